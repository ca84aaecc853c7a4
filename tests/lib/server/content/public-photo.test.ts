import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Shared } from '../../../../src/lib/server/content/cascade.ts';
import { photoRecord } from '../../../../src/lib/server/content/photo-record.ts';
import {
	publicDate,
	publicPhoto,
	publicPlace,
} from '../../../../src/lib/server/content/public-photo.ts';
import type { PlaceRecord } from '../../../../src/lib/server/content/record.ts';
import { photo, picture } from './records.ts';

const place: Omit<PlaceRecord, 'precision'> = {
	country: 'TJ',
	region: { en: 'Sughd' },
	city: { en: 'Khujand' },
	name: { en: 'Lenin Street 4' },
	point: [40.28, 69.62],
};

describe('the place of a photo', () => {
	const { country, region, city } = place;
	it.each([
		['country', { country }],
		['region', { country, region }],
		['city', { country, region, city }],
		['exact', place],
		['hidden', undefined],
	] as const)('is cut to %s', (precision, shown) => {
		expect(publicPlace({ ...place, precision })).toEqual(shown);
	});

	it('is nothing where all that is known is finer than may be told', () => {
		expect(
			publicPlace({ name: place.name, point: place.point, precision: 'city' }),
		).toBeUndefined();
		expect(publicPlace(undefined)).toBeUndefined();
	});
});

describe('the date of a photo', () => {
	it.each([
		['2016-11-03', 'year', { value: '2016', precision: 'year' }],
		['2016-11-03', 'month', { value: '2016-11', precision: 'month' }],
		['2016-11-03', 'day', { value: '2016-11-03', precision: 'day' }],
		['2016-11', 'day', { value: '2016-11', precision: 'month' }],
		['2016', 'month', { value: '2016', precision: 'year' }],
		['2016-11-03', 'hidden', undefined],
	] as const)('%s, told to the %s', (value, precision, shown) => {
		expect(publicDate({ value, precision })).toEqual(shown);
	});
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const part = <T>(value: T) => fc.constantFrom(value, undefined);
const names = { country: part('TJ'), region: part('Sughd'), city: part('Khujand') };
const level = fc.record({
	place: maybe(
		fc.record({
			...names,
			name: part('Lenin Street 4'),
			point: part<[number, number]>([40.28, 69.62]),
			precision: maybe(fc.constantFrom('country', 'region', 'city', 'exact', 'hidden')),
		}),
	),
	date: maybe(
		fc.record({
			value: maybe(fc.constantFrom('2016', '2016-11', '2016-11-03')),
			precision: maybe(fc.constantFrom('year', 'month', 'day', 'hidden')),
		}),
	),
});
const given = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('whoever says where and when a photo was taken', () => {
	const finer = {
		country: ['Sughd', 'Khujand', 'Lenin', '40.28'],
		region: ['Khujand', 'Lenin', '40.28'],
		city: ['Lenin', '40.28'],
		exact: [],
		hidden: ['TJ', 'Sughd', 'Khujand', 'Lenin', '40.28'],
	};
	const later = { year: ['2016-11'], month: ['2016-11-03'], day: [], hidden: ['2016'] };

	it('nothing finer survives than the nearest precision, or region and month without one', () => {
		const embedded = fc.record({
			place: maybe(fc.record({ ...names, name: part('Lenin Street 4') })),
			date: maybe(fc.constantFrom('2016', '2016-11', '2016-11-03')),
			width: fc.constant(48),
			height: fc.constant(32),
		});
		fc.assert(
			fc.property(level, level, level, embedded, (entry, gallery, exhibition, found) => {
				const [own, ...defaults] = given([entry, gallery, exhibition]) as [Shared, Shared, Shared];
				const names = { id: 'tea', gallery: 'room', file: 'room/tea.jpg', source: 'en' };
				const from = { ...names, origin: photo().origin, entry: own, defaults };
				const record = photoRecord({ ...from, embedded: given(found) });
				const text = JSON.stringify(publicPhoto(record, picture, undefined));
				const levels = [own, ...defaults];
				const where = levels.find((one) => one.place?.precision)?.place?.precision ?? 'region';
				const when = levels.find((one) => one.date?.precision)?.date?.precision ?? 'month';
				for (const secret of [...finer[where], ...later[when]]) expect(text).not.toContain(secret);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('what is published of a photo', () => {
	it('is its texts, its credit and its picture', () => {
		const caption = { en: 'Tea' };
		const credit = { photographer: 'lina', line: { en: 'Lina' } };
		const shown = publicPhoto(photo({ caption, credit, zoom: true }), picture, '2027-01-01');
		expect(shown).toMatchObject({ caption, credit, picture, zoom: true, until: '2027-01-01' });
	});

	it('is nothing of what was written for the house alone', () => {
		const kept = photo({
			file: 'SECRET/tea.jpg',
			origin: { path: [], file: 'SECRET/gallery.yaml' },
			entry: { file: 'SECRET.jpg', note: 'SECRET', care: { checked_by: 'SECRET', checked_on: '' } },
			consent: { status: 'given', ref: 'SECRET', given_on: '2026-01-01', scope: ['web'] },
			redact: [{ shape: 'ellipse', x: 0.123, y: 0.1, w: 0.1, h: 0.1, reason: 'SECRET' }],
			licence: { url: 'https://example.org', SECRET: 'x' } as { url: string },
		});
		const text = JSON.stringify(publicPhoto(kept, picture, undefined));
		expect(text).not.toMatch(/SECRET|consent|care|0\.123|2026-01-01|published|stories/);
	});

	it('tells that a part is covered, not where or why', () => {
		const redact = [{ shape: 'ellipse' as const, x: 0.1, y: 0.1, w: 0.1, h: 0.1 }];
		expect(publicPhoto(photo({ redact }), picture, undefined).covered).toBe(true);
		expect(publicPhoto(photo(), picture, undefined).covered).toBe(false);
	});

	it('is not for search engines where somebody can be recognised, unless that was allowed', () => {
		const indexing = (identifiable: 'yes' | 'no' | undefined, own?: boolean) => {
			const consent = { status: 'given' as const, identifiable };
			return publicPhoto(photo({ consent, indexing: own }), picture, undefined).indexing;
		};
		expect(indexing('yes')).toBe(false);
		expect(indexing('no')).toBe(true);
		expect(indexing('yes', true)).toBe(true);
		expect(indexing('no', false)).toBe(false);
	});
});
