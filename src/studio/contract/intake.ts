import type { Json } from './operations.ts';

/** What an intake found in the files, before anything is written. */
export interface Found {
	batch: string;
	files: readonly FoundFile[];
}

export interface FoundFile {
	/** Within the batch. */
	key: string;
	name: string;
	bytes: number;
	width?: number;
	height?: number;
	/** Has: `position`, `serial`, `owner`, `thumbnail` …: what is removed. */
	removed: readonly string[];
	/** Of its own metadata, as an entry would have it. */
	entry: { readonly [key: string]: Json };
	rating?: number;
	/** The photo, or another file of the batch, with the same content; one that looks the same. */
	duplicateOf?: string;
	alike?: string;
	/** Why it is not taken. */
	refused?: string;
}
