import readXlsx from 'read-excel-file/universal';
import type { Table } from '../contract/tables.ts';
import { mostColumns, mostRows, oversized, tableOf } from './table-of.ts';
import { packed, reading, type Parts } from './unpack.ts';

/** The worksheets of a .xlsx that say anything. */
export async function xlsxTables(parts: Parts): Promise<Table[]> {
	const slim = Object.entries(parts).map(([name, part]) => [
		name,
		/(^|\/)worksheets\/[^/]+\.xml$/i.test(name) ? withoutEmpty(name, part) : part,
	]);
	const { buffer } = new Uint8Array(packed(Object.fromEntries(slim) as Parts));
	const sheets = await reading(() => readXlsx(buffer, { trim: false }));
	return sheets.flatMap(({ sheet, data }) => {
		const lines = (data as unknown[][]).map((row) => row.map(asText));
		return tableOf(sheet, lines) ?? [];
	});
}

const cell = '(?:\\w+:)?c';
const row = '(?:\\w+:)?row';
const emptyCells = new RegExp(`<${cell}\\b[^>]*(?:/>|></${cell}>)`, 'g');
const emptyRows = new RegExp(`<${row}\\b[^>]*(?:/>|>\\s*</${row}>)`, 'g');
const places = new RegExp(`<(?:${cell}|${row})\\b[^>]*?\\br="([A-Z]*)(\\d+)"`, 'g');

/** Formats are kept for a million rows and more: empty cells would be read as well. */
function withoutEmpty(name: string, part: Uint8Array): Uint8Array {
	const xml = new TextDecoder().decode(part).replace(emptyCells, '').replace(emptyRows, '');
	for (const [, letters = '', digits] of xml.matchAll(places))
		if (Number(digits) > mostRows || columnOf(letters) > mostColumns) throw oversized(name);
	return new TextEncoder().encode(xml);
}

/** `A` is 1, `AA` 27. */
function columnOf(letters: string): number {
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function asText(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return value.toISOString().replace(/T00:00:00.*/, '');
	return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
