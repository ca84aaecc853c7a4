import { describe, expect, it } from 'vitest';
import { imageObject } from '../../../src/lib/show/image-object.ts';
import { madeExhibition, madeGallery, madePhoto } from './made.ts';

const picture = {
	width: 1800,
	height: 1200,
	renditions: [
		{ name: 'a-640.jpg', format: 'jpg' as const, width: 640, height: 427 },
		{ name: 'b-1280.jpg', format: 'jpg' as const, width: 1280, height: 853 },
	],
};
const tea = madePhoto('tea', {
	picture,
	date: { value: '2016-11', precision: 'month' },
	until: '2028-11-03',
	title: { en: 'Tea', fa: 'چای' },
	people: ['mariam'],
	credit: { photographer: 'lina', line: { en: 'Lina / A house' }, copyright: { en: '© Lina' } },
	licence: { url: 'https://example.org/by', acquire: 'https://example.org/ask' },
});
const exhibition = madeExhibition(
	{
		publicUrl: 'https://example.org/hall/',
		photographers: { lina: { name: { en: 'Lina', fa: 'لینا' } } },
		people: { mariam: { name: { en: 'Mariam' }, nameChanged: true, linkable: false } },
	},
	tea,
);

describe('what search engines are told', () => {
	it('is whose picture it is, and what may be done with it', () => {
		expect(imageObject(exhibition, tea, 'fa')).toMatchObject({
			'@type': 'ImageObject',
			contentUrl: 'https://example.org/hall/media/b-1280.jpg',
			name: 'چای',
			url: 'https://example.org/hall/fa/galleries/road/tea/',
			creator: {
				'@type': 'Person',
				name: 'لینا',
				url: 'https://example.org/hall/fa/photographers/lina/',
			},
			creditText: 'Lina / A house',
			copyrightNotice: '© Lina',
			license: 'https://example.org/by',
			acquireLicensePage: 'https://example.org/ask',
			...{ dateCreated: '2016-11', expires: '2028-11-03' },
		});
	});

	it('is whom the press may ask, where there is no other address for it', () => {
		const press = { ...tea, licence: undefined, reuse: 'press' as const };
		const page = 'https://example.org/hall/en/about/';
		expect(imageObject(exhibition, press, 'en')).toMatchObject({ acquireLicensePage: page });
		const here = { ...press, reuse: 'here' as const };
		expect(imageObject(exhibition, here, 'en')?.acquireLicensePage).toBeUndefined();
	});

	it('is never who is in it', () => {
		expect(JSON.stringify(imageObject(exhibition, tea, 'en'))).not.toContain('Mariam');
	});

	it.each([
		['they are not to have it', { ...tea, indexing: false }, exhibition],
		['it has a content note', { ...tea, warnings: [{ kind: 'death' as const }] }, exhibition],
		[
			'its gallery has a content note',
			tea,
			{
				...exhibition,
				galleries: [madeGallery('road', [], { warnings: [{ kind: 'death' as const }] })],
			},
		],
		['the exhibition has one', tea, { ...exhibition, warnings: [{ kind: 'death' as const }] }],
		['the site has no address', tea, { ...exhibition, publicUrl: undefined }],
	])('is nothing where %s', (_name, photo, where) => {
		expect(imageObject(where, photo, 'en')).toBeUndefined();
	});
});
