import * as v from 'valibot';
import type { Content } from '../../../lib/server/content/record.ts';
import { readContent } from '../../../lib/server/content/read.ts';
import type { Compared, Mapping, Table } from '../../contract/tables.ts';
import type { Routes } from '../app.ts';
import { bodyOf, bytesOf, queryOf } from '../body.ts';
import { Denied } from '../denied.ts';
import type { Place } from '../place.ts';

/** What is done with a curator's tables; `src/studio/tables` does it. */
export interface TableWork {
	read(name: string, bytes: Uint8Array): Promise<readonly Table[]>;
	guess(header: readonly string[], languages: readonly string[]): Mapping;
	compare(content: Content, table: Table, mapping: Mapping, verb: Verb): Compared;
	captions(content: Content): string;
	/** An .xlsx for a translator. */
	translations?(content: Content, lang: string): Promise<Uint8Array>;
}

type Verb = 'append' | 'revise' | 'replace';

const largest = 32 * 2 ** 20;
const cell = v.pipe(v.string(), v.maxLength(200_000));
const row = v.pipe(v.array(cell), v.maxLength(1000));
const table = v.strictObject({
	name: v.pipe(v.string(), v.maxLength(400)),
	header: row,
	rows: v.pipe(v.array(row), v.maxLength(60_000)),
});
const column = v.pipe(v.string(), v.regex(/^\d{1,4}$/));
const compared = v.strictObject({
	table,
	mapping: v.record(column, v.pipe(v.string(), v.maxLength(100))),
	verb: v.picklist(['append', 'revise', 'replace']),
});
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function tableRoutes(place: Place, tables: TableWork): Routes {
	const content = () => readContent(place.room.root, { cache: place.room.cache });
	return (app) => {
		app.post('/api/table', async (c) => {
			const given = v.safeParse(name, c.req.query('name'));
			if (!given.success) throw new Denied(400, 'the table has no name', 'choose the file again');
			const bytes = Buffer.concat(await bytesOf(c, largest));
			return c.json(await tables.read(given.output, bytes));
		});
		app.get('/api/table/guess', async (c) => {
			const { languages } = await place.room.desk.view();
			return c.json(tables.guess(queryOf(c, 'header', row), languages));
		});
		app.post('/api/table/compare', async (c) => {
			const { table, mapping, verb } = await bodyOf(c, compared, largest);
			return c.json(tables.compare(await content(), table, mapping, verb));
		});
		app.get('/api/captions.csv', async (c) => {
			c.header('Content-Type', 'text/csv; charset=utf-8');
			c.header('Content-Disposition', 'attachment; filename="captions.csv"');
			return c.body(tables.captions(await content()));
		});
		app.get('/api/translations/:file{[A-Za-z0-9-]{2,35}\\.xlsx}', async (c) => {
			const lang = c.req.param('file').slice(0, -'.xlsx'.length);
			const { languages } = await place.room.desk.view();
			if (!tables.translations || !languages.includes(lang))
				throw new Denied(404, 'there is no such language', 'choose one of the exhibition’s');
			c.header('Content-Type', spreadsheet);
			c.header('Content-Disposition', `attachment; filename="translations-${lang}.xlsx"`);
			return c.body(new Uint8Array(await tables.translations(await content(), lang)));
		});
	};
}
