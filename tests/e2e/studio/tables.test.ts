import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { docxOf, docxTable, xlsx } from '../../support/office.ts';
import { openStudio, type OpenedStudio } from '../../support/studio/opened.ts';
import { filled, older } from '../../support/translators.ts';

/** Every letter of Tajik that other alphabets lack, composed and not. */
const letters = 'Ғурӯби ҳамин рӯз, қишлоқи мо, ҷӯйи хушк, моҳии кӯчак: ғ ӣ қ ӯ ҳ ҷ Ғ Ӣ Қ Ӯ Ҳ Ҷ «ё»';

let desk: OpenedStudio;
beforeAll(async () => {
	desk = await openStudio();
});
afterAll(() => desk?.close());

const text = (file: string) => readFile(join(desk.folder, file), 'utf8');

/** A caption as the file has it, letter by letter. */
async function caption(gallery: string, file: string): Promise<unknown> {
	const { photos } = parse(await text(`${gallery}/gallery.yaml`)) as {
		photos: { file?: string; caption?: Record<string, string> }[];
	};
	return photos.find((one) => one.file === file)?.caption?.tg;
}

async function takeTable(name: string, buffer: Buffer, columns: readonly string[]) {
	const { page, faults } = await desk.open('#/tables');
	await page.getByLabel('Choose a table').setInputFiles({ name, mimeType: '', buffer });
	for (const [at, column] of columns.entries())
		await expect
			.poll(() => page.locator('li select').nth(at).locator('option:checked').textContent())
			.toBe(column);
	await page.getByRole('button', { name: 'See what changes' }).click();
	await page.getByRole('button', { name: /^Apply \d+ change/ }).click();
	await page.getByText(/texts? (was|were) changed/).waitFor();
	expect(faults).toEqual([]);
	await page.context().close();
}

it('captions in Tajik come letter by letter out of an Excel file', async () => {
	const book = await xlsx([
		['File', 'caption/tg'],
		['sewing-machine.jpg', letters],
		['doorway-with-light', `${letters}\n${letters}`],
	]);
	await takeTable('captions.xlsx', book, ['File name', 'Caption, Тоҷикӣ']);
	expect(await caption('home', 'sewing-machine.jpg')).toBe(letters);
	expect(await caption('home', 'doorway-with-light.jpg')).toBe(`${letters}\n${letters}`);
});

it('and out of the table of a Word file', async () => {
	const rows = [
		['file', 'caption/tg'],
		['bread-on-cloth.jpg', `${letters} 2`],
	];
	const document = Buffer.from(docxOf(docxTable(rows)));
	await takeTable('captions.docx', document, ['File name', 'Caption, Тоҷикӣ']);
	expect(await caption('home', 'bread-on-cloth.jpg')).toBe(`${letters} 2`);
});

it('all captions go out as a table', async () => {
	const { page } = await desk.open('#/tables');
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: 'All texts (CSV)' }).click();
	const csv = await readFile(await (await waiting).path(), 'utf8');
	expect(csv).toMatch(/^\ufeffid,file,/);
	expect(csv).toContain(letters);
	await page.context().close();
});

it('a workbook goes to a translator, and two that came back are merged', async () => {
	const { page, faults } = await desk.open('#/tables');
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: /For the translator, тоҷикӣ/i }).click();
	const book = await readFile(await (await waiting).path());
	const key = (name: string) => `home/gallery.yaml/photos/${name}.jpg/caption`;
	const first = await filled(book, {
		[key('sewing-machine')]: 'Мошини дӯзандагӣ',
		[key('bread-on-cloth')]: 'Нони гарм',
		'interface/languages': 'Забонҳо!',
	});
	const second = await filled(book, {
		[key('bread-on-cloth')]: 'Нони хунук',
		'home/gallery.yaml/title': 'Хонаи мо',
	});
	const files = [first, second].map((buffer, at) => ({ name: `${at}.xlsx`, mimeType: '', buffer }));
	await page.getByLabel('Choose translations').setInputFiles(files);
	await page.getByText('1 text has several answers').waitFor();
	expect(await page.locator('tbody tr').count()).toBe(3);
	await page.getByRole('button', { name: 'Take the translations in' }).click();
	await page.getByText('The translations are taken in.').waitFor();
	expect(await caption('home', 'sewing-machine.jpg')).toBe('Мошини дӯзандагӣ');
	expect(await caption('home', 'bread-on-cloth.jpg')).toBe(`${letters} 2`);
	expect(await text('home/gallery.yaml')).toContain('Хонаи мо');
	expect(parse(await text('interface.tg.yaml'))).toMatchObject({ languages: 'Забонҳо!' });
	expect(faults).toEqual([]);
	await page.context().close();
});

it('a translation of a text that has changed meanwhile is known as older', async () => {
	const { page } = await desk.open('#/tables');
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: /For the translator, тоҷикӣ/i }).click();
	const book = await readFile(await (await waiting).path());
	const file = join(desk.folder, 'home', 'gallery.yaml');
	const before = await readFile(file, 'utf8');
	await writeFile(file, before.replace('en: Doorway with light', 'en: A door'));
	const key = 'home/gallery.yaml/photos/doorway-with-light.jpg/title';
	const buffer = await filled(book, { [key]: 'Дари кушода' });
	const sent = { name: 'tg.xlsx', mimeType: '', buffer };
	await page.getByLabel('Choose translations').setInputFiles(sent);
	await page.getByRole('button', { name: 'Take the translations in' }).click();
	await page.getByText('The translations are taken in.').waitFor();
	expect(await older(desk.folder)).toContain(`tg ${key}`);
	await page.context().close();
});
