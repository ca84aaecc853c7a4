import type { Table } from '../../contract/tables.ts';
import { plain } from '../cell.ts';
import { tablesIn } from '../tables-in.ts';

/** A row of a translator's workbook that came back. */
export interface SentBack {
	/** File and row, for people. */
	where: string;
	language: string;
	key: string;
	/** Hashes of what went out: the source, and the translation, `-` for none. */
	source: string;
	own: string;
	text: string;
	/** An older translation that still holds, as its reader says. */
	isConfirmed: boolean;
}

/** A file as it came back. */
export interface ReturnedFile {
	name: string;
	bytes: Uint8Array;
}

/** All rows of all workbooks; rows may have changed their order, and columns, too. */
export async function sentBack(files: readonly ReturnedFile[]): Promise<SentBack[]> {
	const read = files.map(async ({ name, bytes }) => {
		const tables = await tablesIn(name, bytes);
		return tables.flatMap((table) => rowsOf(name, table));
	});
	return (await Promise.all(read)).flat();
}

function rowsOf(file: string, { header, rows }: Table): SentBack[] {
	const keyColumn = header.findIndex((name) => /^key [\w-]+$/.test(name));
	const language = header[keyColumn]?.slice(4) ?? '';
	const [column, state] = [header.indexOf(language), header.indexOf('state')];
	if (keyColumn < 0 || column < 0) return [];
	return rows.flatMap((cells, index) => {
		const [, key, source, own] = /^(.+) (\w+) ([\w-]+)$/.exec(cells[keyColumn] ?? '') ?? [];
		if (!key || !source || !own) return [];
		const text = plain(cells[column] ?? '');
		const isConfirmed = /^ok\.?$/i.test(cells[state]?.trim() ?? '');
		const where = `${file}, row ${index + 2}`;
		return [{ where, language, key, source, own, text, isConfirmed }];
	});
}
