import type { Table } from '../contract/tables.ts';
import { TableFault } from './fault.ts';

export const mostRows = 50_000;
export const mostColumns = 500;

/** The first line that says anything is the header; empty lines below stay, so that rows keep their numbers. */
export function tableOf(name: string, lines: readonly (readonly string[])[]): Table | undefined {
	const first = lines.findIndex(isFilled);
	const header = lines[first]?.map((cell) => cell.trim());
	if (!header) return undefined;
	const last = lines.findLastIndex(isFilled);
	if (last - first > mostRows || header.length > mostColumns) throw oversized(name);
	return { name, header, rows: lines.slice(first + 1, last + 1) };
}

export function oversized(name: string): TableFault {
	const says = `"${name}" has more than ${mostRows} rows or ${mostColumns} columns`;
	return new TableFault(says, 'copy the texts alone into a new table');
}

function isFilled(line: readonly string[]): boolean {
	return line.some((cell) => cell.trim() !== '');
}
