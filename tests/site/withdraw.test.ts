import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { mp3Frames } from '../lib/server/recordings/made.ts';
import { run } from '../support/command.ts';
import { contentFolder, fill } from '../support/folder.ts';
import { buildQuietly, chosen } from '../support/site.ts';

const yaml = `title: Road
photos:
  # the glass
  - file: tea.jpg
    title: { en: The zebra glass, fa: لیوان گورخر }
    caption: { en: "A caption & nobody else has it" }
    alt: { en: A zebrine glass on a table }
    people: [mariam]
    audio: { en: tea-spoken.mp3 }
    transcript: { en: A zebrine voice }
    consent: { status: given, ref: C-1, given_on: 2026-01-01, scope: [web] }
  - { file: bread.jpg, id: bread, alt: A loaf of bread, consent: { status: not_needed } }
`;
const exhibition = `format: 1
title: One
languages: [en, fa]
public_url: https://exhibition.example.org
people: { mariam: { name: Mariam Zebrina, name_changed: true } }
`;
const secrets = ['zebra glass', 'لیوان گورخر', 'nobody else has it', 'zebrine', 'Zebrina'];

let root: string;
let photos: string;
let out: string;
let before: string[];

/** Every byte of a folder is looked at, and every path. */
async function holding(folder: string, words: readonly string[]): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	const found = await Promise.all(
		files.map(async ({ parentPath, name }) => {
			const path = join(parentPath, name);
			const bytes = await readFile(path);
			return words.some((word) => path.includes(word) || bytes.includes(word)) ? path : [];
		}),
	);
	return found.flat();
}

const media = async (page: string) =>
	(await readFile(join(out, page, 'index.html'), 'utf8')).match(/[0-9a-f]{20}-\d+\.\w+/g) ?? [];

const recordings = async () =>
	(await readdir(join(out, 'media'))).filter((name) => name.endsWith('.mp3'));

const withdraw = (...args: string[]) =>
	run(['photos:withdraw', ...args, '--exhibition', photos, '--out', out, '--fast']);

beforeEach(async () => {
	root = await contentFolder({
		'photos/exhibition.yaml': exhibition,
		'photos/road/gallery.yaml': yaml,
		'photos/road/tea.jpg': true,
		'photos/road/tea-spoken.mp3': mp3Frames(40),
		'photos/road/tea.jpg.xmp': '<x/>',
		'photos/road/bread.jpg': true,
		'photos/home/gallery.yaml': 'title: Home\nphotos:\n  - ref: tea\n  - ref: bread\n',
		'photos/stories/train.en.md': '---\ntitle: Train\n---\n::photo{id=tea}\n',
		'vault/road/tea.jpg': true,
	});
	[photos, out] = [join(root, 'photos'), join(root, 'build')];
});

async function built(): Promise<void> {
	await buildQuietly(chosen(photos, out));
	before = await media('en/galleries/road/tea');
	expect(before.length).toBeGreaterThan(2);
	const spoken = await recordings();
	expect(spoken).toHaveLength(1);
	before.push(...spoken);
	expect((await holding(out, secrets)).length).toBeGreaterThan(3);
}

describe('a photo that is withdrawn', () => {
	it('is nowhere in the site and the cache, and its address says so', async () => {
		await built();
		const { code, stdout, stderr } = await withdraw('tea');
		expect([code, stderr.trim().split('\n').at(-1)]).toEqual([
			0,
			expect.stringContaining('warnings'),
		]);
		expect(stdout).toContain('- photo tea (road/tea.jpg)');
		expect(stdout).toContain('- story train (en) shows it');
		expect(stdout).toMatch(/\d+ files of .* were looked at: nothing of it is there/);
		expect(stdout).toContain('https://exhibition.example.org/fa/galleries/road/tea/');
		expect(await holding(out, [...secrets, ...before])).toEqual([]);
		expect(await holding(join(photos, '.exhibition/cache'), [...secrets, ...before])).toEqual([]);
		for (const gallery of ['road', 'home']) {
			const page = join(out, `en/galleries/${gallery}/tea/index.html`);
			expect(await readFile(page, 'utf8')).toContain('This picture has been withdrawn');
		}
		const named = await holding(out, ['/tea/', '"tea"']);
		expect(named.filter((file) => !/\/tea\/|\.nigoh$/.test(file))).toEqual([]);
		expect(await readFile(join(photos, 'road/gallery.yaml'), 'utf8')).toBe(
			yaml.replace('status: given', 'status: withdrawn'),
		);
		expect(await media('en/galleries/road')).not.toEqual([]);
	});

	it('is erased with its person, where that is asked', async () => {
		await built();
		const { code, stdout, stderr } = await withdraw('--person', 'mariam', '--erase');
		expect([code, stderr.trim().split('\n').at(-1)]).toEqual([
			0,
			expect.stringContaining('warnings'),
		]);
		expect(stdout).toMatch(/the name stands in exhibition\.yaml:5/);
		expect(await holding(out, [...secrets, ...before])).toEqual([]);
		const gallery = await readFile(join(photos, 'road/gallery.yaml'), 'utf8');
		expect(gallery).toContain(
			'  # the glass\n  - file: tea.jpg\n    id: tea\n    consent: { status: withdrawn }\n  - { file: bread.jpg',
		);
		expect(await readdir(join(photos, 'road'))).toEqual(['bread.jpg', 'gallery.yaml']);
		expect(await readdir(join(root, 'vault/road'))).toEqual([]);
		const page = join(out, 'fa/galleries/home/tea/index.html');
		expect(await readFile(page, 'utf8')).toContain('این تصویر پس گرفته شده است');
		// And once more: what is gone already is no mistake.
		expect((await withdraw('tea')).code).toBe(0);
	});

	it('without an entry goes into the vault', async () => {
		await fill(photos, { 'road/gallery.yaml': 'title: Road\n' });
		const { code, stderr } = await withdraw('bread');
		// Nobody was asked about any of them, so there is nothing left to show; it is put away all the same.
		expect(code).toBe(1);
		expect(stderr).toMatch(/build still shows what was withdrawn: mend what is told above/);
		expect(await readdir(join(root, 'vault/road'))).toEqual(['bread.jpg', 'tea.jpg']);
		expect(await readdir(join(photos, 'road'))).not.toContain('bread.jpg');
	});
});

describe('a withdrawal that is mistyped', () => {
	it.each([
		[['tae'], 'there is no photo "tae": use one of: bread, tea', 1],
		[['--person', 'maryam'], 'there is no person "maryam": did you mean "mariam"?', 1],
		[['--ref', 'C-2'], 'nothing has the reference "C-2"', 1],
		[[], 'nothing is named: write photos:withdraw -- ID', 2],
	])('%j changes nothing', async (args, said, exit) => {
		const { code, stderr } = await withdraw(...args);
		expect([code, stderr]).toEqual([exit, expect.stringContaining(said)]);
		expect(await readFile(join(photos, 'road/gallery.yaml'), 'utf8')).toBe(yaml);
	});
});
