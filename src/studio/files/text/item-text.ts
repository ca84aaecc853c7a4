import type { Json } from '../../contract/operations.ts';
import type { Chunk, List } from './list-text.ts';
import { inline, itemLines } from './render.ts';

/** An item's body as a map of its own: in the place of the dash is a space. */
export function undashed(body: string, { kind, column }: List): string {
	return kind === 'flow' ? body : `${body.slice(0, column)} ${body.slice(column + 1)}`;
}

export function dashed(body: string, { kind, column }: List): string {
	return kind === 'flow' ? body : `${body.slice(0, column)}-${body.slice(column + 1)}`;
}

/** A new item as the list's others are written; `chunk`: as it was written elsewhere. */
export function chunkFor(value: Json, chunk: Chunk | undefined, list: List): Chunk {
	if (list.kind === 'flow') return { lead: '', body: inline(value) };
	const written = chunk ?? { lead: '', body: `${itemLines(value, 0)}\n` };
	const { lead, body } = indentedBy(written, list.column);
	const ends = (text: string) => text.replaceAll(/\r?\n/g, list.lineEnd);
	return { lead: ends(lead), body: ends(body) };
}

export function indentedBy({ lead, body }: Chunk, by: number): Chunk {
	const shift = (text: string) =>
		by < 0
			? text.replace(new RegExp(`^ {0,${-by}}`, 'gm'), '')
			: text.replace(/^(?=[^\r\n])/gm, ' '.repeat(by));
	return { lead: shift(lead), body: shift(body) };
}
