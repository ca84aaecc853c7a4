import type { Table } from '../contract/tables.ts';
import { csvTable } from './csv.ts';
import { decoded } from './decode.ts';
import { TableFault } from './fault.ts';
import { unpacked, type Parts } from './unpack.ts';

/** A .docx may have the photos themselves in it. */
const mostBytes = 64 * 2 ** 20;
const mostCsvBytes = 16 * 2 ** 20;

/**
 * The tables of a .csv, .xlsx or .docx that say anything. What a file is, its first bytes tell; its name only tells
 * texts from what is neither.
 *
 * @throws {TableFault} with a sentence, whatever is wrong with it
 */
export async function tablesIn(name: string, bytes: Uint8Array): Promise<Table[]> {
	const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
	if (bytes.length > (isZip ? mostBytes : mostCsvBytes))
		throw new TableFault(`${name} is too large`, 'take pictures out of it, or divide it');
	const tables = isZip ? await officeTables(name, unpacked(bytes)) : csvTables(name, bytes);
	if (tables.length > 0) return tables;
	throw new TableFault(`${name} is empty`, 'look whether it is the right file');
}

/** What reads them is large, and seldom needed: it is loaded with the first one. */
async function officeTables(name: string, parts: Parts): Promise<Table[]> {
	if (Object.keys(parts).some((part) => /^xl\/workbook\.xml$/i.test(part)))
		return (await import('./xlsx.ts')).xlsxTables(parts);
	if (parts['word/document.xml']) return (await import('./docx.ts')).docxTables(parts);
	throw foreign(name);
}

function csvTables(name: string, bytes: Uint8Array): Table[] {
	if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw old(name);
	if (!/\.(csv|tsv|txt)$/i.test(name)) throw foreign(name);
	return [csvTable(name.replace(/\.[^.]*$/, ''), decoded(bytes)) ?? []].flat();
}

function old(name: string): TableFault {
	const remedy = 'open it, take the password away if it has one, and save it as .xlsx or .docx';
	return new TableFault(`${name} has an old format, or a password`, remedy);
}

function foreign(name: string): TableFault {
	return new TableFault(`${name} is no table that can be read`, 'save it as .xlsx or .csv');
}
