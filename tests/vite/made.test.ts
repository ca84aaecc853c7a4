import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, foreignFiles, listFiles, listName } from '../../src/vite/made.ts';
import { contentFolder, fill, temporaryFolder } from '../support/folder.ts';

const picture = `media/${'0123456789'.repeat(2)}-640.avif`;
const tile = `iiif/images/${'0123456789'.repeat(2)}/512,0,88,300/88,300/0/default.jpg`;
const pages = { 'index.html': 'a', 'en/index.html': 'b', '_app/immutable/x.js': 'c' };

async function madeSite(): Promise<string> {
	const site = await contentFolder({ ...pages, [picture]: 'd', [tile]: 'e' });
	await listFiles(site);
	return site;
}

describe('the files of a folder', () => {
	it('are listed with slashes, by code units, hidden ones too', async () => {
		const folder = await contentFolder({
			'b.html': '',
			'a/z.html': '',
			'a/b/c.html': '',
			'B.html': '',
			'.hidden': '',
			'ё.html': '',
		});
		await mkdir(join(folder, 'empty'));
		expect(await filesIn(folder)).toEqual([
			'.hidden',
			'B.html',
			'a/b/c.html',
			'a/z.html',
			'b.html',
			'ё.html',
		]);
	});

	it('are none where there is no folder', async () => {
		expect(await filesIn(join(await temporaryFolder(), 'absent'))).toEqual([]);
	});
});

describe('a site that we made', () => {
	it('lists all that is not named by its content', async () => {
		const list = await readFile(join(await madeSite(), listName), 'utf8');
		expect(list).toBe('_app/immutable/x.js\nen/index.html\nindex.html\n');
	});

	it('holds nothing foreign, also when some of it is gone', async () => {
		expect(await foreignFiles(await madeSite())).toEqual([]);
		const emptied = await contentFolder({ [listName]: 'index.html\nen/index.html\n' });
		expect(await foreignFiles(emptied)).toEqual([]);
	});

	it.each([
		'notes.txt',
		'en/notes.txt',
		'.htaccess',
		'media/holiday.jpg',
		'media/0123456789-640.avif',
		`media/${'0123456789'.repeat(2)}-640.png`,
		`old/${picture}`,
		tile.replace('default', 'holiday'),
		tile.replace('512,0', '512'),
		`${picture}.bak`,
	])('shows %s as foreign', async (name) => {
		const site = await madeSite();
		await fill(site, { [name]: 'mine' });
		expect(await foreignFiles(site)).toEqual([name]);
	});

	it('knows its pictures by their names, also those of a later build', async () => {
		const site = await madeSite();
		await fill(site, { [`media/${'fedcba9876'.repeat(2)}-2048.jpg`]: 'e' });
		expect(await foreignFiles(site)).toEqual([]);
	});
});

describe('a place for a site', () => {
	it('is free where there is nothing, or an empty folder', async () => {
		expect(await foreignFiles(await temporaryFolder())).toEqual([]);
		expect(await foreignFiles(join(await temporaryFolder(), 'absent'))).toEqual([]);
	});

	it('is not free without the list, whatever the files are called', async () => {
		const folder = await contentFolder({ ...pages, [picture]: 'd' });
		expect(await foreignFiles(folder)).toEqual([...Object.keys(pages), picture].sort());
	});

	it('is not free where a file has its name', async () => {
		const folder = await contentFolder({ build: 'a file' });
		expect(await foreignFiles(join(folder, 'build'))).not.toEqual([]);
	});

	it('names a few of many', async () => {
		const many = Array.from({ length: 12 }, (_, index) => [`${index}.txt`, ''] as const);
		const names = await foreignFiles(await contentFolder(Object.fromEntries(many)));
		expect(names.length).toBeGreaterThan(2);
		expect(names.length).toBeLessThan(12);
	});
});
