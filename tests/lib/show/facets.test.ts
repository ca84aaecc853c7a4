import { describe, expect, it } from 'vitest';
import type { Exhibition } from '../../../src/lib/model.ts';
import { facetsOf } from '../../../src/lib/server/content/facets.ts';
import { pagesOf, showFacets, showValue } from '../../../src/lib/show/facets.ts';
import { showPhoto } from '../../../src/lib/show/photo.ts';
import { spotsOf } from '../../../src/lib/show/spots.ts';
import { hung, madeExhibition, madeGallery, madePhoto } from './made.ts';

const warnings = [{ kind: 'violence' as const }];
const khatlon = { en: 'Khatlon', fa: 'ختلان' };
const photos = [
	madePhoto('a', {
		keywords: ['tea', 'bread'],
		date: { value: '2017', precision: 'year' },
		place: { country: 'TJ', region: khatlon },
		people: ['mariam', 'zarina'],
		until: '2027-01-01',
	}),
	madePhoto('b', {
		keywords: ['tea'],
		date: { value: '2016-11', precision: 'month' },
		place: { country: 'TJ', point: [38.5, 68.7] },
		indexing: false,
	}),
	madePhoto('c', { keywords: ['tea'], gallery: 'home', place: { country: 'KZ' } }),
];
const made: Exhibition = madeExhibition(
	{
		galleries: [
			madeGallery('road', [hung('a'), hung('b')]),
			madeGallery('home', [hung('c')], { warnings }),
		],
		people: {
			mariam: { name: { en: 'Mariam' }, nameChanged: true, linkable: true },
			zarina: { name: { en: 'Zarina' }, nameChanged: true, linkable: false },
		},
	},
	...photos,
);
const exhibition: Exhibition = { ...made, facets: facetsOf(made) };
const valueOf = (facet: string, slug: string) =>
	exhibition.facets.find((one) => one.facet === facet && one.slug === slug)!;

describe('the list of facets', () => {
	const facets = showFacets(exhibition, 'fa');
	const named = (facet: string) =>
		facets.find((one) => one.facet === facet)?.values.map(({ name, count }) => [name.text, count]);

	it('has each in the words of the page, years as they follow, the rest by number', () => {
		expect(facets.map(({ facet }) => facet)).toEqual([
			'gallery',
			'place',
			'year',
			'person',
			'theme',
		]);
		expect(named('year')).toEqual([
			['۲۰۱۶', 1],
			['۲۰۱۷', 1],
		]);
		expect(named('theme')).toEqual([
			['tea', 3],
			['bread', 1],
		]);
		expect(named('place')).toEqual([['تاجیکستان', 2]]);
		const [country] = facets.find(({ facet }) => facet === 'place')?.values ?? [];
		expect(country?.values.map(({ slug, name }) => [slug, name.text])).toEqual([
			['tj-khatlon', 'ختلان'],
		]);
	});

	it('says that a name is changed, and until when anything of a value may be shown', () => {
		const [mariam] = facets.find(({ facet }) => facet === 'person')?.values ?? [];
		expect(mariam).toMatchObject({ isChanged: true, until: '2027-01-01' });
		const [tea] = facets.find(({ facet }) => facet === 'theme')?.values ?? [];
		expect(tea?.until).toBeUndefined();
	});
});

describe('the page of a value', () => {
	it('covers what hangs behind the note of its gallery', () => {
		const { photos: shown } = showValue(exhibition, valueOf('theme', 'tea'), 'en');
		expect(shown.map(({ id, gallery, notes }) => [id, gallery, notes.length])).toEqual([
			['a', 'road', 0],
			['b', 'road', 0],
			['c', 'home', 1],
		]);
	});

	it('stays out of search engines where one of its pictures does', () => {
		expect(showValue(exhibition, valueOf('theme', 'tea'), 'en').indexing).toBe(false);
		expect(showValue(exhibition, valueOf('theme', 'bread'), 'en').indexing).toBe(true);
	});

	it('holds sixty pictures of a long wall, and says how many pages there are', () => {
		const many = Array.from({ length: 130 }, (_, at) =>
			madePhoto(`p${at}`, { keywords: ['snow'] }),
		);
		const galleries = [
			madeGallery(
				'road',
				many.map(({ id }) => hung(id)),
			),
		];
		const long = madeExhibition({ galleries }, ...many);
		const value = facetsOf(long).find(({ facet }) => facet === 'theme')!;
		expect(pagesOf(value)).toBe(3);
		const last = showValue(long, value, 'en', 3);
		expect(last).toMatchObject({ page: 3, pages: 3, count: 130 });
		expect(last.photos.map(({ id }) => id)).toEqual(many.slice(120).map(({ id }) => id));
	});

	it('says which page shows the same', () => {
		expect(showValue(exhibition, valueOf('gallery', 'road'), 'en').same).toEqual([
			'galleries',
			'road',
		]);
		expect(showValue(exhibition, valueOf('year', '2016'), 'en').same).toBeUndefined();
	});
});

describe('the facts of a photo', () => {
	const shown = (id: string) => showPhoto(exhibition, exhibition.photos[id]!, 'road', 'en');

	it('lead to what has the same in common', () => {
		expect(shown('a').keywords).toEqual([
			{ text: 'tea', facet: 'tea' },
			{ text: 'bread', facet: 'bread' },
		]);
		expect(shown('a').place).toEqual([
			{ text: 'Khatlon', facet: 'tj-khatlon' },
			{ text: 'Tajikistan', facet: 'tj' },
		]);
	});

	it('lead to no other picture of somebody whose pictures may not be joined', () => {
		expect(shown('a').people.map(({ name }) => name)).toEqual([
			{ text: 'Mariam', facet: 'mariam' },
			{ text: 'Zarina' },
		]);
	});

	it('lead nowhere where only what stands behind a note says it', () => {
		expect(shown('c').place).toEqual([{ text: 'Kazakhstan' }]);
	});
});

describe('the spots of the map', () => {
	it('are points where those may be known, else countries, and nothing from behind a note', () => {
		expect(spotsOf(exhibition)).toEqual([
			{ country: 'TJ', count: 1, until: '2027-01-01' },
			{ point: [38.5, 68.7], count: 1, until: undefined },
		]);
	});
});
