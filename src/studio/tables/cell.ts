import { restored } from './defuse.ts';

/**
 * `append` fills what is empty; `revise` writes what the table has and keeps the rest; for `replace` the table is the
 * whole truth: what its cell leaves empty goes. A cell of `-` clears, except in `append`.
 */
export type Verb = 'append' | 'revise' | 'replace';

/** What a cell makes of a text; undefined where it stays as it is. */
export function newText(
	cell: string,
	was: string | undefined,
	verb: Verb,
): { text: string | undefined } | undefined {
	const said = cell.trim();
	if (verb === 'append' && was !== undefined) return undefined;
	if (said === '-' || (said === '' && verb === 'replace'))
		return was === undefined ? undefined : { text: undefined };
	if (said === '') return undefined;
	const text = plain(restored(said));
	return was !== undefined && plain(was) === text ? undefined : { text };
}

/** Spreadsheets have line ends of their own. */
function plain(text: string): string {
	return text.replace(/\r\n?/g, '\n').trim();
}
