import { describe, expect, it } from 'vitest';
import { facetsOf } from '../../../../src/lib/server/content/facets.ts';
import type { Exhibition, Photo } from '../../../../src/lib/model.ts';
import { hung, madeExhibition, madeGallery, madePhoto } from '../../show/made.ts';

const of = (photos: Photo[], more: Partial<Exhibition> = {}) =>
	facetsOf(
		madeExhibition(
			{
				galleries: [
					madeGallery(
						'road',
						photos.map(({ id }) => hung(id)),
					),
				],
				...more,
			},
			...photos,
		),
	);
const told = (values: ReturnType<typeof of>, facet: string) =>
	values.filter((one) => one.facet === facet).map(({ slug, photos }) => [slug, ...photos]);

describe('facets', () => {
	it('gather photos by what they have in common, in hanging order, each once', () => {
		const photos = [
			madePhoto('b', { keywords: ['Tea', 'tea '], date: { value: '2016-11', precision: 'month' } }),
			madePhoto('a', { keywords: ['tea'], date: { value: '2016', precision: 'year' } }),
		];
		const galleries = [
			madeGallery('road', [hung('b'), hung('a')]),
			madeGallery('home', [hung('a'), hung('gone')]),
		];
		const values = of(photos, { galleries });
		expect(told(values, 'gallery')).toEqual([
			['road', 'b', 'a'],
			['home', 'a'],
		]);
		expect(told(values, 'year')).toEqual([['2016', 'b', 'a']]);
		expect(told(values, 'theme')).toEqual([['tea', 'b', 'a']]);
		expect(values.find(({ facet }) => facet === 'theme')?.word).toBe('Tea');
	});

	it('have no person whose pictures may not be joined', () => {
		const photos = [madePhoto('a', { people: ['open', 'closed', 'nobody'] })];
		const person = { name: { en: 'Somebody' }, nameChanged: true };
		const people = {
			open: { ...person, linkable: true },
			closed: { ...person, linkable: false },
		};
		expect(told(of(photos, { people }), 'person')).toEqual([['open', 'a']]);
		const named = [madePhoto('a', { people: ['closed'], keywords: ['SOMEBODY', 'closed', 'tea'] })];
		expect(told(of(named, { people }), 'theme')).toEqual([['tea', 'a']]);
	});

	it('keep places within the wider one that they lie in', () => {
		const city = { en: 'Vose' };
		const photos = [
			madePhoto('a', { place: { country: 'TJ', region: { en: 'Khatlon', tg: 'Хатлон' }, city } }),
			madePhoto('b', { place: { country: 'RU', city } }),
			madePhoto('c', { place: { city } }),
		];
		const values = of(photos);
		expect(told(values, 'place')).toEqual([
			['tj', 'a'],
			['tj-khatlon', 'a'],
			['tj-khatlon-vose', 'a'],
			['ru', 'b'],
			['ru-vose', 'b'],
			['vose', 'c'],
		]);
		const inner = values.find(({ slug }) => slug === 'tj-khatlon-vose');
		expect(inner).toMatchObject({ within: 'tj/khatlon', level: 'city', name: city });
	});

	it('are no values where only what stands behind a content note says them', () => {
		const warnings = [{ kind: 'violence' as const }];
		const photos = [
			madePhoto('open', { keywords: ['work'] }),
			madePhoto('noted', {
				keywords: ['work', 'fist'],
				place: { country: 'KZ' },
				date: { value: '2020', precision: 'year' },
				warnings,
			}),
		];
		const values = of(photos);
		expect(told(values, 'theme')).toEqual([['work', 'open', 'noted']]);
		expect(told(values, 'place')).toEqual([]);
		expect(told(values, 'year')).toEqual([['2020', 'noted']]);
		const galleries = [madeGallery('road', [hung('open')], { warnings })];
		expect(told(of(photos, { galleries }), 'theme')).toEqual([]);
	});

	it('have addresses in any script, unique and the same whatever else there is', () => {
		const slugs = (...words: string[]) =>
			of([madePhoto('a', { keywords: words })]).flatMap(({ facet, slug }) =>
				facet === 'theme' ? slug : [],
			);
		expect(slugs('роҳи оҳан')).toEqual(['rohi-ohan']);
		const both = slugs('kor', 'кор');
		expect(both).toEqual([...slugs('кор', 'kor')].reverse());
		expect(new Set(both).size).toBe(2);
		expect(both.every((one) => /^kor-[0-9a-f]{6}$/.test(one))).toBe(true);
		expect(slugs('⚒', 'con', ' ')).toEqual([
			expect.stringMatching(/^p-[0-9a-f]{6}$/),
			expect.stringMatching(/^con-[0-9a-f]{6}$/),
		]);
	});
});
