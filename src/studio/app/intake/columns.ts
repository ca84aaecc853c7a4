import { columnsOf, textFields } from '../sheet/change.ts';
import { columnName } from '../sheet/names.ts';
import type { Say } from '../words.svelte.ts';

/** What a column of a curator's table can be: its name for the server, and for the curator. */
export function columns(languages: readonly string[], say: Say): [string, string][] {
	const texts = columnsOf(
		textFields.filter(({ path }) => path.length === 1),
		languages,
	);
	return [
		['id', say('column_id')],
		['file', say('column_file')],
		['number', say('column_number')],
		...texts.map((one): [string, string] => [`${one.field.key}/${one.lang}`, columnName(one, say)]),
	];
}
