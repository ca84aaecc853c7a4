import mammoth from 'mammoth';
import type { Table } from '../contract/tables.ts';
import { TableFault } from './fault.ts';
import { tableOf } from './table-of.ts';
import { packed, reading, type Parts } from './unpack.ts';

/** What mammoth makes of a document, as far as it is looked at here. */
interface Piece {
	type: string;
	value?: string;
	children?: readonly Piece[];
	colSpan?: number;
	rowSpan?: number;
}

/**
 * The plain tables of a .docx: without merged cells, without a table in a cell.
 *
 * @throws {TableFault} where there is none
 */
export async function docxTables(parts: Parts): Promise<Table[]> {
	const found: Piece[] = [];
	const transformDocument = (document: Piece) => {
		found.push(...tablesOf(document));
		return document;
	};
	const buffer = packed(parts);
	await reading(() => mammoth.convertToHtml({ buffer }, { transformDocument }));
	const plain = found.filter(isPlain);
	if (plain.length === 0) throw noneIn(found.length);
	return plain.flatMap((table, index) => tableOf(`table ${index + 1}`, linesOf(table)) ?? []);
}

function noneIn(tables: number): TableFault {
	if (tables === 0)
		return new TableFault(
			'there is no table in the document',
			'put the texts into one, a photo a row',
		);
	const remedy = 'split merged cells, and take tables out of cells';
	return new TableFault('no table in the document is a plain one', remedy);
}

function tablesOf(piece: Piece): Piece[] {
	return piece.type === 'table' ? [piece] : (piece.children ?? []).flatMap(tablesOf);
}

function isPlain({ children = [] }: Piece): boolean {
	const cells = children.flatMap((row) => row.children ?? []);
	const widths = new Set(children.map((row) => row.children?.length));
	return (
		widths.size === 1 &&
		cells.every((cell) => (cell.colSpan ?? 1) === 1 && (cell.rowSpan ?? 1) === 1) &&
		cells.every((cell) => (cell.children ?? []).flatMap(tablesOf).length === 0)
	);
}

function linesOf({ children = [] }: Piece): string[][] {
	return children.map((row) =>
		(row.children ?? []).map((cell) => (cell.children ?? []).map(textOf).join('\n')),
	);
}

function textOf({ type, value, children = [] }: Piece): string {
	if (type === 'text') return value ?? '';
	if (type === 'tab') return '\t';
	return type === 'break' ? '\n' : children.map(textOf).join('');
}
