import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	identifyGalleries,
	identifyPhotos,
	type HungPhoto,
} from '../../../../src/lib/server/content/identify.ts';
import { listedNames } from '../../../../src/lib/server/content/listed-names.ts';
import { contentFolder, fill } from '../../../support/folder.ts';
import { entry, exhibitionYaml, told } from './records.ts';
import { readContent } from '../../../../src/lib/server/content/read.ts';

const neutral = /^p-[0-9a-f]{6}$/;

function hung(file: string, some: Partial<HungPhoto> = {}): HungPhoto {
	const name = file.replace(/.*\//, '');
	const origin = { path: [], file };
	return { kind: 'photo', file, name, entry: {}, origin, listed: false, sidecars: [], ...some };
}

/** An exhibition with one gallery of these pictures, beside a vault that lists these names. */
async function vaulted(names: string | Buffer, pictures: readonly string[], more = '') {
	const list = `photos:\n${pictures.map((name) => entry(name, more)).join('')}`;
	const base = await contentFolder({
		'vault/names.txt': names,
		'photos/exhibition.yaml': exhibitionYaml(),
		'photos/road/gallery.yaml': list,
		...Object.fromEntries(pictures.map((name) => [`photos/road/${name}`, true as const])),
	});
	return readContent(join(base, 'photos'));
}

describe('names that must not be published', () => {
	it.each([
		['Rahim', 'rahim at the door.jpg'],
		['Раҳим', 'Rahim.jpg'],
		['Rahim', 'Раҳим.jpg'],
		['Zoë Martin', 'ZOE_MARTIN-2.jpg'],
		['رحیم', 'رحیم.jpg'],
		['Gulnora; Гулнора', 'kitchen of gulnora.jpg'],
	])('%s: is not in the address of %s, and a warning says so', async (names, picture) => {
		const { photos, problems } = await vaulted(`Somebody Else\n${names}\n`, [picture]);
		expect(photos[0]?.id).toMatch(neutral);
		expect(told(problems)).toEqual([
			`warning road/gallery.yaml:2:13: the name "${picture}" holds a name that must not be published, so the address is ${photos[0]?.id}`,
		]);
	});

	it('do not spoil words that only contain them', async () => {
		const { photos, problems } = await vaulted('Rahim\n\n \n', ['ibrahims-door.jpg']);
		expect(photos[0]?.id).toBe('ibrahims-door');
		expect(problems).toEqual([]);
	});

	it('leave an id that the curator gave', async () => {
		const { photos, problems } = await vaulted('Rahim\n', ['rahim.jpg'], ', id: at-the-door');
		expect(photos[0]?.id).toBe('at-the-door');
		expect(problems).toEqual([]);
	});

	it('are not suggested as an id, even where the title holds them', async () => {
		const { problems } = await vaulted('Rahim\n', ['rahim.jpg'], ', title: Rahim waits');
		expect(problems[0]?.remedy).toBe('add a line such as `id: what-it-shows`');
	});

	it('stand in the vault that the exhibition names, from the content folder', async () => {
		const root = await contentFolder({
			'safe/deep/names.txt': '\ufeffRahim\r\nMariam | Maryam\r\n',
		});
		expect((await listedNames(join(root, 'photos'), '../safe/deep')).names).toEqual([
			'Rahim',
			'Mariam',
			'Maryam',
		]);
		expect((await listedNames(join(root, 'photos'))).names).toEqual([]);
	});

	it('are not in the address of a gallery either', async () => {
		const drafts = ['rahim', 'road'].map((path) => ({
			folder: { path, files: new Set<string>(), pictures: [] },
			file: {},
			wanted: true,
		}));
		const ids = identifyGalleries('/photos', drafts, ['rahim']);
		expect(ids.get('rahim')).toMatch(/^p-[0-9a-f]{6}$/);
		expect(ids.get('road')).toBe('road');
	});
});

describe('the id of a photo', () => {
	it('comes from its name without reading it', async () => {
		const { ids } = await identifyPhotos('/nowhere', [hung('road/Tea by the window.jpg')], []);
		expect(ids.get('road/Tea by the window.jpg')).toBe('tea-by-the-window');
	});

	it('is of its content where the name is a counter: it outlives renaming and company', async () => {
		const root = await contentFolder({ 'road/IMG_0001.jpg': true });
		const before = await identifyPhotos(root, [hung('road/IMG_0001.jpg')], []);
		const id = before.ids.get('road/IMG_0001.jpg');
		expect(id).toMatch(neutral);
		await rename(join(root, 'road/IMG_0001.jpg'), join(root, 'road/DSC_0777.jpg'));
		await fill(root, { 'road/IMG_0000.jpg': true });
		const photos = [hung('road/IMG_0000.jpg'), hung('road/DSC_0777.jpg')];
		const { ids } = await identifyPhotos(root, photos, []);
		expect(ids.get('road/DSC_0777.jpg')).toBe(id);
		expect(ids.get('road/IMG_0000.jpg')).not.toBe(id);
	});

	it('has a suggestion from the title, where it became neutral', async () => {
		const { problems } = await vaulted('', ['IMG_0001.jpg'], ', title: { en: Tea at dawn }');
		expect(problems).toMatchObject([
			{ level: 'warning', remedy: 'add a line such as `id: tea-at-dawn`' },
		]);
	});

	it('is an error where it was given twice, and names where it was taken', async () => {
		const pictures = { 'road/a.jpg': true, 'road/b.jpg': true } as const;
		const yaml = `photos:\n${entry('a.jpg', ', id: tea')}${entry('b.jpg', ', id: tea')}`;
		const root = await contentFolder({
			'exhibition.yaml': exhibitionYaml(),
			'road/gallery.yaml': yaml,
			...pictures,
		});
		expect(told((await readContent(root)).problems)).toEqual([
			'error road/gallery.yaml:3:68: the id "tea" is taken by road/gallery.yaml:2',
		]);
	});
});

describe('a folder of counters that nobody listed', () => {
	it('gets one warning, not one a picture', async () => {
		const names = ['road/IMG_0001.jpg', 'road/IMG_0002.jpg', 'IMG_0003.jpg', 'road/tea.jpg'];
		const root = await contentFolder(Object.fromEntries(names.map((name) => [name, true])));
		const { problems } = await identifyPhotos(
			root,
			names.map((name) => hung(name)),
			[],
		);
		expect(problems.map(({ level, file, message }) => [level, file, message])).toEqual([
			['warning', 'road', expect.stringMatching(/^2 pictures /)],
			['warning', '.', expect.stringMatching(/^a picture /)],
		]);
	});
});
