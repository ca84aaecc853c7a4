import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascade, type Shared } from '../../../../src/lib/server/content/cascade.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const level: fc.Arbitrary<Shared | undefined> = maybe(
	fc.record(
		{
			max_width: fc.integer({ min: 320, max: 4000 }),
			crop: fc.boolean(),
			keywords: fc.array(fc.string()),
			credit: fc.record({ line: fc.string(), copyright: fc.string() }, { requiredKeys: [] }),
			place: fc.record(
				{
					country: fc.constantFrom('TJ', 'RU'),
					city: fc.string(),
					precision: fc.constantFrom('city', 'country'),
				},
				{ requiredKeys: [] },
			),
			date: fc.record(
				{ value: fc.constant('2016'), precision: fc.constantFrom('year', 'month') },
				{ requiredKeys: [] },
			),
		},
		{ requiredKeys: [] },
	) as fc.Arbitrary<Shared>,
);

describe('defaults that cascade', () => {
	it('take the nearest: photo, then gallery, then exhibition', () => {
		const merged = cascade(
			{ max_width: 1000 },
			{ max_width: 2000, crop: false },
			{ crop: true, zoom: true },
		);
		expect(merged).toEqual({ max_width: 1000, crop: false, zoom: true });
	});

	it('complete place and date field by field', () => {
		const merged = cascade(
			{ place: { city: 'Khorog' } },
			{ place: { country: 'TJ' } },
			{ place: { precision: 'city', country: 'RU' } },
		);
		expect(merged.place).toEqual({ city: 'Khorog', country: 'TJ', precision: 'city' });
	});

	it('take a credit whole', () => {
		const merged = cascade(
			{ credit: { photographer: 'amir' } },
			{ credit: { photographer: 'lina', copyright: '© Lina' } },
		);
		expect(merged.credit).toEqual({ photographer: 'amir' });
	});

	it('never let a farther level change what a nearer one says', () => {
		fc.assert(
			fc.property(level, level, level, (near, middle, far) => {
				const merged = cascade(near, middle, far);
				for (const key of ['max_width', 'crop', 'keywords', 'credit'] as const) {
					const first = [near, middle, far].find((one) => one?.[key] !== undefined);
					expect(merged[key]).toEqual(first?.[key]);
				}
				for (const part of ['country', 'city', 'precision'] as const) {
					const first = [near, middle, far].find((one) => one?.place?.[part] !== undefined);
					expect(merged.place?.[part]).toEqual(first?.place?.[part]);
				}
			}),
		);
	});

	it('leave their levels as they were', () => {
		fc.assert(
			fc.property(level, level, (near, far) => {
				const before = JSON.stringify([near, far]);
				cascade(near, far);
				expect(JSON.stringify([near, far])).toBe(before);
			}),
		);
	});

	it('say the same when taken in two steps', () => {
		fc.assert(
			fc.property(level, level, level, (near, middle, far) => {
				expect(cascade(cascade(near, middle), far)).toEqual(cascade(near, middle, far));
			}),
		);
	});
});
