import type { Text } from '../../lib/model.ts';
import type { Json } from '../contract/operations.ts';
import type { PhotoRecord } from '../../lib/server/content/record.ts';

/** Texts of a photo that a table has, in the order of its columns. */
export const captionFields = [
	'title',
	'caption',
	'alt',
	'description',
	'transcript',
	'credit',
] as const;
export type CaptionField = (typeof captionFields)[number];

export function isCaptionField(name: string | undefined): name is CaptionField {
	return captionFields.some((field) => field === name);
}

/** What the site shows, whoever said it: the entry, defaults, or the file itself. */
export function shownText(photo: PhotoRecord, field: CaptionField): Text {
	return (field === 'credit' ? photo.credit.line : photo[field]) ?? {};
}

/** Where a text is written, and what stands there now. */
export interface Place {
	path: readonly string[];
	written: Json | undefined;
	/** What a new value at the path needs around a text. */
	wrap: (text: Json | undefined) => Json | undefined;
}

const asItIs = (text: Json | undefined) => text;

export function placeOf({ entry, credit }: PhotoRecord, field: CaptionField): Place {
	if (field !== 'credit') return { path: [field], written: entry[field] as Json, wrap: asItIs };
	if (entry.credit) {
		const { line } = entry.credit;
		return { path: ['credit', 'line'], written: line as Json, wrap: asItIs };
	}
	// A photo's credit replaces what is said for all whole: what it said beside the line goes along.
	const { photographer, copyright } = credit;
	const around = { ...(photographer && { photographer }), ...(copyright && { copyright }) };
	const wrap = (line: Json | undefined) => (line === undefined ? undefined : { ...around, line });
	return { path: ['credit'], written: undefined, wrap };
}
