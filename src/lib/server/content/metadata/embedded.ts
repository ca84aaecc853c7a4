/** Text as a file has it: plain, or by language (`x-default` may be a key). */
export type Texts = string | Record<string, string>;

/** What one source says of a picture: its XMP, its IPTC block, its EXIF, a sidecar. A missing key says nothing. */
export interface Fields {
	title?: Texts;
	caption?: Texts;
	alt?: Texts;
	/** The long description for who cannot see the picture (Iptc4xmpCore:ExtDescrAccessibility). */
	description?: Texts;
	creator?: string;
	credit?: string;
	copyright?: Texts;
	keywords?: string[];
	/** Names of who is in it: only to keep them from being published. */
	people?: string[];
	/** `2016`, `2016-11` or `2016-11-03`: the day as written, no time zone is applied. */
	date?: string;
	place?: EmbeddedPlace;
	/** http or https. */
	webStatement?: string;
	/** http or https: where a licence may be had (plus:LicensorURL). */
	acquire?: string;
	/** Last segment of the IPTC term, such as `digitalCapture`. */
	digitalSourceType?: string;
}

/** No position: where a picture was taken is the curator's to say (GPS is never read). */
export interface EmbeddedPlace {
	name?: string;
	/** ISO 3166 alpha-2. */
	country?: string;
	region?: string;
	city?: string;
}

/** Width and height in pixels of the upright picture. */
export interface Embedded extends Fields {
	width: number;
	height: number;
	/** It was not opened: nothing else is known, and the size is made up. */
	unread?: true;
}

/** The same without the keys that have no value, or undefined where none has. */
export function present<T extends object>(fields: T): Partial<T> | undefined {
	const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
	return entries.length > 0 ? (Object.fromEntries(entries) as Partial<T>) : undefined;
}
