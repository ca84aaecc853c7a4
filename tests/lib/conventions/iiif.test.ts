import { describe, expect, it } from 'vitest';
import { iiifFiles } from '../../../src/lib/conventions/iiif.ts';
import { mapOf, rightsOf, sayAll } from '../../../src/lib/conventions/iiif-words.ts';
import { hall, interfaces, pictured } from './made.ts';
import { faultsOf } from './presentation.ts';

interface Canvas {
	id: string;
	items: { items: { body: Record<string, unknown>; target: string }[] }[];
	requiredStatement?: { label: object; value: Record<string, string[]> };
	[property: string]: unknown;
}

const say = sayAll([...interfaces.values()]);
const read = (exhibition = hall()) => {
	const made = [...iiifFiles(exhibition, say)].map(([path, make]) => [path, make()] as const);
	// As programs read it: without what is undefined.
	return JSON.parse(JSON.stringify(Object.fromEntries(made))) as Record<
		string,
		Record<string, unknown> & { items: Canvas[] }
	>;
};
const files = read();
const road = files['iiif/road/manifest.json']!;
const [tea, fresh] = road.items;

describe('IIIF manifests', () => {
	it.each(Object.keys(files))('follow the Presentation API: %s', (path) => {
		expect(faultsOf(files[path])).toEqual([]);
	});

	it('are one a gallery and a collection of them, without galleries that have nothing to show', () => {
		expect(Object.keys(files)).toEqual(['iiif/road/manifest.json', 'iiif/collection.json']);
		expect(files['iiif/collection.json']).toMatchObject({
			id: 'https://example.org/a/hall/iiif/collection.json',
			items: [{ id: 'https://example.org/a/hall/iiif/road/manifest.json', type: 'Manifest' }],
		});
	});

	it('have no photo that is not to be indexed or stands behind a content note, and no person', () => {
		expect(road.items.map(({ id }) => id.replace(/.*\//, ''))).toEqual(['tea', 'new']);
		expect(JSON.stringify(files)).not.toMatch(/HIDDEN|BEATEN|BEHIND|NOWHERE|Mariam|Sara|us@/);
	});

	it('paint the widest JPEG on a canvas of the size of the picture', () => {
		expect(tea).toMatchObject({ width: 1800, height: 1200 });
		expect(tea?.items[0]?.items[0]).toMatchObject({
			motivation: 'painting',
			body: {
				id: 'https://example.org/a/hall/media/tea-1290.jpg',
				format: 'image/jpeg',
				...{ width: 1290, height: 860 },
			},
			target: tea?.id,
		});
		expect(tea?.items[0]?.items[0]?.body.service).toBeUndefined();
	});

	it('name the image service of a photo with tiles', () => {
		const plain = pictured('tea');
		const tiles = { key: 'abc', width: 1800, height: 1200, size: 512, factors: [1, 2] };
		const photos = { ...hall().photos, tea: { ...plain, picture: { ...plain.picture, tiles } } };
		const [canvas] = read(hall({ photos }))['iiif/road/manifest.json']!.items;
		expect(canvas?.items[0]?.items[0]?.body.service).toEqual([
			{
				id: 'https://example.org/a/hall/iiif/images/abc',
				type: 'ImageService3',
				profile: 'level0',
			},
		]);
	});

	it('say all in every language, at the precision of the pages', () => {
		expect(tea?.label).toEqual({ en: ['Title of tea'], fa: ['عنوان tea'] });
		expect(tea?.metadata).toMatchObject([
			{ value: { en: ['November 2016'] } },
			{ value: { en: ['Dushanbe, Tajikistan'], tg: ['Тоҷикистон'] } },
		]);
		expect((fresh?.summary as Record<string, string[]>).fa?.[0]).toContain('پوشانده');
	});

	it('state whose picture it is, its rights, and where it may not be shown elsewhere', () => {
		expect(tea?.rights).toBe('http://creativecommons.org/licenses/by/4.0/');
		expect(tea?.requiredStatement?.value).toEqual({ en: ['Lina', '© Lina'], fa: ['لینا'] });
		expect(fresh?.requiredStatement?.value).toMatchObject({
			none: ['Ali'],
			en: ['Shown here only; not for reuse.'],
		});
	});

	it('do not exist where the site has no address', () => {
		expect(read(hall({ publicUrl: undefined }))).toEqual({});
	});
});

it.each([
	[
		'https://creativecommons.org/licenses/by-sa/4.0/',
		'http://creativecommons.org/licenses/by-sa/4.0/',
	],
	[
		'http://creativecommons.org/publicdomain/zero/1.0/',
		'http://creativecommons.org/publicdomain/zero/1.0/',
	],
	[
		'https://rightsstatements.org/page/InC/1.0/?language=en',
		'http://rightsstatements.org/vocab/InC/1.0/',
	],
	['https://example.org/licence', undefined],
	[undefined, undefined],
])('rights of %s are %s', (licence, rights) => {
	expect(rightsOf(licence)).toBe(rights);
});

it('a language map has no blank texts, and is nothing where there are none', () => {
	expect(mapOf({ en: 'a', fa: ' ' }, { en: 'b' }, undefined)).toEqual({ en: ['a', 'b'] });
	expect(mapOf({ en: '' })).toBeUndefined();
});
