/** A file that a browser keeps, so that it is there without a network. */
export interface Kept {
	/** Below the site, with `/`. */
	path: string;
	sha256: string;
	bytes: number;
	kind: 'page' | 'data' | 'code' | 'picture' | 'recording';
	/** Those that say the same are one picture in several widths, of which one is enough. */
	of?: string;
}

/** One gallery, in one language. `version` changes with any byte of any file; `bytes` is the sum of all. */
export interface GalleryManifest {
	version: string;
	bytes: number;
	files: Kept[];
}

/** A whole site: `bytes` of the files that a shard lists, and of all. A shard is `{ files: Kept[] }`. */
export interface ManifestIndex {
	version: string;
	bytes: number;
	shards: { path: string; bytes: number }[];
}

/** What must be known of a photo to take it away: its last day, and every file that is its own. */
export interface KeptPhoto {
	id: string;
	/** Last day on which it may be shown. */
	until?: string;
	/** What two photos share is in the lists of both. */
	files: string[];
}
