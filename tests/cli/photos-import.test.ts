import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { parse } from 'yaml';
import { beforeEach, describe, expect, it } from 'vitest';
import { examine } from '../../src/lib/server/content/examine.ts';
import { run } from '../support/command.ts';
import { checkout } from '../support/corpus.ts';
import { contentFolder, fill, smallPicture } from '../support/folder.ts';

let root: string;
let photos: string;

/** A picture that says where it was taken, by whom, and what it shows. */
async function speaking(name: string): Promise<Buffer> {
	const image = sharp(await smallPicture(name));
	// eslint-disable-next-line no-restricted-properties -- sharp has no other way to write it
	image.withMetadata({ orientation: 6 });
	return image
		.withExif({
			IFD0: { Artist: 'Lina', ImageDescription: `What ${name} shows` },
			IFD2: { BodySerialNumber: '4711' },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 33/1 36/1' },
		})
		.toBuffer();
}

const take = (...args: string[]) => run(['photos:import', ...args, '--exhibition', photos]);
const inGallery = async (name = 'road') =>
	parse(await readFile(join(photos, name, 'gallery.yaml'), 'utf8')) as {
		title: Record<string, string>;
		photos: Record<string, unknown>[];
	};

beforeEach(async () => {
	root = await contentFolder({
		'photos/exhibition.yaml': 'format: 1\ntitle: One\nlanguages: [en, tg]\n',
		'in/tea.jpg': await speaking('tea'),
		'in/bread.jpg': await smallPicture('bread'),
		'in/copy-of-bread.jpg': await smallPicture('bread'),
		'in/notes.txt': 'not a picture',
		'in/.hidden.jpg': await smallPicture('hidden'),
	});
	photos = join(root, 'photos');
});

describe('an import', () => {
	it('brings cleaned masters, drafts with their captions, and keeps the untouched files', async () => {
		const { code, stdout, stderr } = await take(join(root, 'in'), '--gallery', 'road');
		expect([code, stderr]).toEqual([0, '']);
		expect(stdout).toContain('2 photos: 1 with a position, 1 with a serial number');
		expect(stdout).toContain('copy-of-bread.jpg is here already, as road/bread.jpg');
		expect(await readdir(join(photos, 'road'))).toEqual(['bread.jpg', 'gallery.yaml', 'tea.jpg']);
		const original = await readFile(join(root, 'in/tea.jpg'));
		expect((await readFile(join(root, 'vault/road/tea.jpg'))).equals(original)).toBe(true);
		const master = await readFile(join(photos, 'road/tea.jpg'));
		expect(master.includes('Lina') || master.includes('4711')).toBe(false);
		expect((await sharp(master).metadata()).orientation).toBe(6);
		expect(await inGallery()).toEqual({
			title: { en: 'Road' },
			photos: [
				{ file: 'bread.jpg', status: 'draft' },
				{
					...{ file: 'tea.jpg', status: 'draft', caption: { en: 'What tea shows' } },
					credit: { line: { en: 'Lina' } },
				},
			],
		});
		const { content } = await examine(photos, '2026-11-24', 'web');
		expect(content.problems.filter(({ level }) => level === 'error')).toEqual([]);
	});

	it('adds to a gallery what it has not, and leaves the rest as it was written', async () => {
		const yaml = '# Our road\ntitle: The road\nphotos:\n  - { file: tea.jpg, alt: Tea } # first\n';
		await fill(photos, { 'road/gallery.yaml': yaml, 'road/tea.jpg': await smallPicture('other') });
		expect((await take(join(root, 'in'), '--gallery', 'road')).code).toBe(0);
		const text = await readFile(join(photos, 'road/gallery.yaml'), 'utf8');
		expect(text.startsWith(yaml)).toBe(true);
		expect((await inGallery()).photos.map(({ file }) => file)).toEqual([
			'tea.jpg',
			'bread.jpg',
			'tea-2.jpg',
		]);
	});

	it('lists what a folder without a gallery.yaml hangs already', async () => {
		await fill(photos, { 'road/old.jpg': true });
		await take(join(root, 'in'), '--gallery', 'road');
		expect((await inGallery()).photos.map(({ file }) => file)).toEqual([
			'old.jpg',
			'bread.jpg',
			'tea.jpg',
		]);
	});

	it('again brings nothing in twice', async () => {
		await take(join(root, 'in'), '--gallery', 'road');
		const before = await readFile(join(photos, 'road/gallery.yaml'), 'utf8');
		const { code, stdout } = await take(join(root, 'in'), '--gallery', 'other');
		expect([code, stdout]).toEqual([0, expect.stringMatching(/^0 photos\n/)]);
		expect(stdout).toContain('tea.jpg is here already, as road/tea.jpg');
		expect(await readFile(join(photos, 'road/gallery.yaml'), 'utf8')).toBe(before);
	});

	it('that was interrupted anywhere leaves whole files, and goes on', async () => {
		const fault = pathToFileURL(join(checkout, 'tests/support/fault.mjs')).href;
		const args = ['photos:import', join(root, 'in'), '--gallery', 'road', '--exhibition', photos];
		let kills = 0;
		for (let at = 3; kills < 40; at += 3) {
			const stdio = ['pipe', 'pipe', 'pipe'] as 'pipe'[];
			const FAULT_COUNT = join(root, `count-${at}`);
			const env = { NODE_OPTIONS: `--import ${fault}`, FAULT_COUNT, FAULT_AT: String(at) };
			const ended = await run(args, { env, stdio });
			for (const folder of [photos, join(root, 'vault')]) await allWhole(folder);
			if (ended.code === 0) break;
			kills++;
		}
		expect(kills).toBeGreaterThan(2);
		expect(kills).toBeLessThan(40);
		expect((await inGallery()).photos.map(({ file }) => file).sort()).toEqual([
			'bread.jpg',
			'tea.jpg',
		]);
		expect(await readdir(join(root, 'vault/road'))).toEqual(['bread.jpg', 'tea.jpg']);
	}, 60_000);

	it.each([
		[['nowhere'], /there is no folder/, 1],
		[[], /photos:import brings in one folder/, 2],
		[['in', '--gallery', '../outside'], /"\.\.\/outside" is no name of a gallery/, 2],
		[['photos'], /photos and the exhibition overlap/, 1],
	])('%j is told what is wrong', async (args, said, exit) => {
		const [folder, ...more] = args;
		const { code, stderr } = await take(...(folder ? [join(root, folder)] : []), ...more);
		expect([code, stderr]).toEqual([exit, expect.stringMatching(said)]);
	});

	it('says which files it does not take, and takes the others', async () => {
		const whole = await sharp({
			create: {
				...{ width: 64, height: 64, channels: 3 },
				background: 'red',
				noise: { type: 'gaussian', mean: 99, sigma: 50 },
			},
		})
			.jpeg()
			.toBuffer();
		const cut = whole.subarray(0, whole.length - 300);
		await fill(join(root, 'in'), { 'broken.jpg': cut });
		const { code, stderr } = await take(join(root, 'in'), '--gallery', 'road');
		expect([code, stderr]).toEqual([
			1,
			expect.stringMatching(/^broken\.jpg was not taken: .*export it/),
		]);
		expect((await inGallery()).photos).toHaveLength(2);
	});
});

/** What a kill leaves beside whole files has a name that nobody reads. */
async function allWhole(folder: string): Promise<void> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	for (const { parentPath, name } of entries.filter((entry) => /\.jpg$/.test(entry.name))) {
		await expect(sharp(join(parentPath, name)).raw().toBuffer()).resolves.toBeDefined();
	}
	for (const { parentPath, name } of entries.filter((entry) => /\.yaml$/.test(entry.name)))
		expect(() => parse(String(name))).not.toThrow(parentPath);
}
