import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { landOf, middleOf } from '../../../src/lib/server/map/atlas.ts';
import { drawMap, type Spot } from '../../../src/lib/server/map/draw.ts';

const sample = [
	{ country: 'TJ', count: 10 },
	{ country: 'RU', count: 6 },
	{ country: 'KZ', count: 1 },
];

describe('the map of places', () => {
	it('knows countries by their codes, in any case', () => {
		expect(landOf('tj')).toBeDefined();
		expect(landOf('XX')).toBeUndefined();
		const [longitude, latitude] = middleOf(landOf('TJ')!);
		expect(longitude).toBeCloseTo(71, 0);
		expect(latitude).toBeCloseTo(38.5, 0);
		// Not in the Atlantic, where its islands overseas would pull it.
		expect(middleOf(landOf('FR')!)[1]).toBeGreaterThan(45);
	});

	it('has a dot for each place, within its frame, the largest first, its area by the number', () => {
		const map = drawMap(sample)!;
		expect(map.dots.map(({ country }) => country)).toEqual(['TJ', 'RU', 'KZ']);
		for (const { x, y, r } of map.dots) {
			expect(x - r).toBeGreaterThanOrEqual(0);
			expect(x + r).toBeLessThanOrEqual(map.width);
			expect(y - r).toBeGreaterThanOrEqual(0);
			expect(y + r).toBeLessThanOrEqual(map.height);
		}
		const [tj, ru, kz] = map.dots;
		expect(ru!.y).toBeLessThan(kz!.y);
		expect(kz!.y).toBeLessThan(tj!.y);
		expect(tj!.r).toBeGreaterThan(kz!.r);
	});

	it.each([
		['three neighbours', sample],
		['one country', sample.slice(0, 1)],
		['one point', [{ point: [38.56, 68.77] as const, count: 1 }]],
		[
			'four ends of the earth',
			['CA', 'NZ', 'CL', 'JP', 'NO', 'ZA'].map((country) => ({ country, count: 1 })),
		],
	] as [string, Spot[]][])('is small, and made of whole numbers: %s', (_, spots) => {
		const map = drawMap(spots)!;
		expect(gzipSync(JSON.stringify(map)).length).toBeLessThan(15_000);
		expect(`${map.home}${map.around}`).toMatch(/^(M-?\d+[ -]\d+l[-\d ]+z)+$/);
		expect(map.dots).toHaveLength(spots.length);
	});

	it('is the same each time, and is not where there is no place', () => {
		expect(drawMap(sample)).toEqual(drawMap(sample));
		expect(drawMap([])).toBeUndefined();
		expect(drawMap([{ country: 'XX', count: 1 }])).toBeUndefined();
	});
});
