import type { Conflict } from '../studio/contract/operations.ts';
import type { Compared, Mapping, Table } from '../studio/contract/tables.ts';
import { plural } from './print.ts';

/** What a table would change, and what of it is not understood. */
export function tellCompared(compared: Compared, { header }: Table, mapping: Mapping): void {
	const left = header.filter((name, column) => name !== '' && mapping[column] === undefined);
	if (left.length > 0) console.log(`columns that are left alone: ${left.join(', ')}`);
	for (const { photo, field, was, value } of compared.differences)
		console.log(`${photo} ${field}: ${shown(was)} -> ${shown(value)}`);
	for (const { row, text } of compared.unknown)
		console.error(`row ${row} is of no photo that is known: ${JSON.stringify(text)}`);
	const { missing, differences } = compared;
	if (missing.length > 0)
		console.log(`no row is of ${plural(missing.length, 'photo')}: ${missing.join(', ')}`);
	for (const sentence of compared.refused) console.error(sentence);
	console.log(plural(differences.length, 'difference'));
}

export function tellConflicts(conflicts: readonly Conflict[]): void {
	for (const { place, theirs } of conflicts)
		console.error(`${place} says something else by now: ${JSON.stringify(theirs) ?? 'nothing'}`);
	console.error('nothing was written: run the import again, it compares with what is there now');
}

function shown(text: string | undefined): string {
	return text === undefined ? 'nothing' : JSON.stringify(text);
}
