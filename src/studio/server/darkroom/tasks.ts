import type { Region } from '../../../lib/server/content/schema/photo.ts';
import type { Json } from '../../contract/operations.ts';

/** A smaller picture of a photo: JPEG, upright, without a word of metadata. */
export interface PictureTask {
	do: 'picture';
	/** Absolute path of the photo. */
	file: string;
	redact: readonly Region[];
	/** Of the picture that is made. */
	width: number;
	height: number;
	cache: string;
	/** Under which it lies in the cache. */
	name: string;
}

export interface PictureMade {
	bytes: number;
	colour: string;
	look: string;
}

/** What a file is that somebody brings. */
export interface ExamineTask {
	do: 'examine';
	/** Absolute path; its name is the one that it came with. */
	file: string;
	languages: readonly string[];
}

export interface Examined {
	hash: string;
	width: number;
	height: number;
	/** Of private metadata: what is removed. */
	removed: readonly string[];
	entry: { readonly [key: string]: Json };
	rating?: number;
	look: string;
}

export type Task = PictureTask | ExamineTask;
export type Made<T extends Task> = T extends PictureTask ? PictureMade : Examined;

/** From the process that works: what was made, or why it was not. */
export type Report<T extends Task = Task> =
	| { made: Made<T> }
	/** It goes on after the file's name: "is damaged and cannot be decoded". */
	| { reason: string }
	/** The system refused. */
	| { refused: { message: string; code?: string; path?: string } };
