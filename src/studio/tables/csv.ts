import Papa from 'papaparse';
import type { Table } from '../contract/tables.ts';
import { defused } from './defuse.ts';
import { TableFault } from './fault.ts';
import { tableOf } from './table-of.ts';

const delimiters = [',', ';', '\t'];

/** @throws {TableFault} where quotation marks do not pair */
export function csvTable(name: string, text: string): Table | undefined {
	// Excel's own line, by which it knows its delimiter again.
	const [said, , own] = /^(\s*sep=([,;\t])\r?\n)?/.exec(text) ?? [];
	const rest = text.slice(said?.length ?? 0).replace(/^[\r\n]+/, '');
	const delimiter = own ?? delimiterOf(rest);
	const { data, errors } = Papa.parse<string[]>(rest, { delimiter });
	const wrong = errors.find(({ type }) => type === 'Quotes');
	if (wrong) {
		const says = `the quotation marks of row ${wrong.row ?? 1} do not pair`;
		throw new TableFault(says, 'double those within a text, or save the table as .xlsx');
	}
	return tableOf(name, data);
}

/** The one that divides the header into most columns. */
function delimiterOf(text: string): string {
	const columns = (delimiter: string) =>
		Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0;
	const counts = delimiters.map((one) => [one, columns(one)] as const);
	return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** RFC 4180 with a byte order mark, without which Excel takes it for something else than UTF-8. */
export function csvText(lines: readonly (readonly string[])[]): string {
	const cells = lines.map((line) => line.map(defused));
	return `\ufeff${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}
