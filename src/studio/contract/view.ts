import type { Json } from './operations.ts';

export interface HistoryEntry {
	number: number;
	title: string;
	/** ISO 8601, UTC. */
	at: string;
	undone: boolean;
	/** Why it cannot be undone, as a sealed redaction. */
	final?: string;
}

/** An earlier state of a file. */
export interface Version {
	file: string;
	version: string;
	at: string;
	bytes: number;
}

/** Of a gallery's wall, in hanging order. */
export interface Hanging {
	/** A photo's id; a wall text's is `text-` and eight hex digits of its content's hash (and `-2` …). */
	key: string;
	kind: 'photo' | 'ref' | 'text' | 'gone';
	section?: string;
	hang: 'lead' | 'row';
	/** Of a wall text or a `ref`, as written. */
	item?: Json;
}

export interface GalleryView {
	id: string;
	folder: string;
	isPublished: boolean;
	/** Its file as written, without `photos`. */
	entry: { readonly [key: string]: Json };
	hangings: readonly Hanging[];
}

export interface PhotoView {
	id: string;
	gallery: string;
	file: string;
	/** Pixels of the upright picture. */
	width: number;
	height: number;
	/** As written. */
	entry: { readonly [key: string]: Json };
	/** What holds without an entry of its own: the gallery's defaults, the file's metadata. */
	shown: { readonly [key: string]: Json };
	/** Changes with the file and what is covered on it: part of its thumbnail's address. */
	version: string;
	/** Sentences; none: it is public. */
	heldBack: readonly string[];
	/** Where it hangs. */
	galleries: readonly string[];
}

export interface StoryView {
	id: string;
	lang: string;
	text: string;
}

export interface Problem {
	level: 'error' | 'warning';
	file: string;
	line?: number;
	message: string;
	remedy: string;
	/** Of a photo. */
	photo?: string;
}

/** Everything that the desk shows; asked for again after each revision. */
export interface View {
	revision: number;
	folder: string;
	/** The first is the source. */
	languages: readonly string[];
	exhibition: { readonly [key: string]: Json };
	galleries: readonly GalleryView[];
	photos: readonly PhotoView[];
	stories: readonly StoryView[];
	problems: readonly Problem[];
	canUndo?: string;
	canRedo?: string;
}
