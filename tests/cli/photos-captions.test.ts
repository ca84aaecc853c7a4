import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { run } from '../support/command.ts';
import { contentFolder } from '../support/folder.ts';
import { docxOf, docxTable, xlsx } from '../support/office.ts';

const yaml = `# Our road
title: The road
photos:
  # The first
  - file: tea.jpg
    title: Tea
    caption: { en: Tea by the window, tg: Чой }
  - { file: bread.jpg, title: Bread }
`;
let root: string;

const captions = (...args: string[]) =>
	run(['photos:captions', ...args, '--exhibition', join(root, 'photos')]);
const file = (name: string) => join(root, name);
const gallery = () => readFile(file('photos/road/gallery.yaml'), 'utf8');

beforeEach(async () => {
	root = await contentFolder({
		'photos/exhibition.yaml': 'format: 1\ntitle: One\nlanguages: [en, tg, fa]\n',
		'photos/road/gallery.yaml': yaml,
		'photos/road/tea.jpg': true,
		'photos/road/bread.jpg': true,
	});
});

describe('captions on the command line', () => {
	it('go out, and what comes back unchanged is no difference', async () => {
		const out = await captions('export', file('a.csv'));
		expect(out).toMatchObject({ code: 0, stderr: '' });
		expect(out.stdout).toContain('the texts of 2 photos are in');
		expect(await readFile(file('a.csv'), 'utf8')).toMatch(
			/^\ufeffid,file,title\/en.*\r\ntea,road\/tea\.jpg,Tea,/,
		);
		const back = await captions('import', file('a.csv'), '--verb', 'replace');
		expect(back).toMatchObject({
			code: 0,
			stderr: '',
			stdout: '0 differences\nnothing was written\n',
		});
	});

	it('are compared, row by row, without writing', async () => {
		await writeFile(
			file('a.xlsx'),
			await xlsx([
				['file', 'caption/tg', 'Note'],
				['tea.jpg', 'Чойи гарм', 'x'],
				['salt', 'Намак', ''],
			]),
		);
		const { code, stdout, stderr } = await captions('import', file('a.xlsx'), '--dry-run');
		expect(stdout.split('\n')).toEqual([
			'columns that are left alone: Note',
			'tea caption/tg: "Чой" -> "Чойи гарм"',
			'no row is of 1 photo: bread',
			'1 difference',
			'nothing was written',
			'',
		]);
		expect([code, stderr]).toEqual([1, 'row 2 is of no photo that is known: "salt"\n']);
		expect(await gallery()).toBe(yaml);
	});

	it.each([
		[
			'a plain CSV that lost letters',
			'a.csv',
			'id;title/tg\ntea;?уҷ?ат\n',
			/lost letters: save the table as \.xlsx/,
			1,
		],
		[
			'a table without a column that names photos',
			'a.csv',
			'title/en,alt/en\na,b\n',
			/no row of a says which photo/,
			1,
		],
		[
			'a file that is no table',
			'a.pdf',
			'%PDF',
			/a\.pdf is no table that can be read: save it as \.xlsx/,
			1,
		],
	])('%s is refused', async (_, name, text, says, exit) => {
		await writeFile(file(name), text);
		const { code, stderr } = await captions('import', file(name));
		expect([code, stderr]).toEqual([exit, expect.stringMatching(says)]);
		expect(await gallery()).toBe(yaml);
	});

	it.each([
		[[], /export FILE/],
		[['take', 'a.csv'], /export FILE/],
		[['export', 'a.xlsx'], /export captions\.csv/],
		[
			['import', 'a.csv', '--verb', 'mix'],
			/no verb "mix": write --verb append or revise or replace/,
		],
	])('wrong use, %j, is told', async (args, says) => {
		const { code, stderr } = await captions(...args);
		expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
	});

	it('a missing file is told', async () => {
		expect((await captions('import', file('no.csv'))).stderr).toMatch(/there is no file .*no\.csv: name/);
	});

	it('one of several tables is named', async () => {
		const body =
			docxTable([
				['who', 'what'],
				['a', 'b'],
			]) +
			docxTable([
				['id', 'title/tg'],
				['bread', 'Нон'],
			]);
		await writeFile(file('a.docx'), docxOf(body));
		expect((await captions('import', file('a.docx'), '--dry-run')).stdout).toMatch(
			/^bread title\/tg: nothing -> "Нон"$/m,
		);
		const { stderr } = await captions('import', file('a.docx'), '--table', 'table 3');
		expect(stderr).toMatch(/no table "table 3": did you mean "table/);
	});
});
