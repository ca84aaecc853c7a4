import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorsOf, tilePath, tilesOf } from '../../src/lib/tiles.ts';

const cut = { width: 1800, height: 1200, size: 512 };
const paths = (factor: number) => tilesOf(cut, factor).map((tile) => tilePath(cut, tile));

describe('the tiles of a picture', () => {
	it('are named by region and size, those of the edges by what is left', () => {
		expect(paths(2)).toEqual([
			'0,0,1024,1024/512,512/0/default.jpg',
			'1024,0,776,1024/388,512/0/default.jpg',
			'0,1024,1024,176/512,88/0/default.jpg',
			'1024,1024,776,176/388,88/0/default.jpg',
		]);
	});

	it('end with one that shows everything', () => {
		expect(factorsOf(cut)).toEqual([1, 2, 4]);
		expect(paths(4)).toEqual(['full/450,300/0/default.jpg']);
		expect(factorsOf({ width: 512, height: 10, size: 512 })).toEqual([1]);
	});

	it('cover each level once, whatever the size', () => {
		const edge = fc.integer({ min: 1, max: 9000 });
		fc.assert(
			fc.property(edge, edge, (width, height) => {
				const any = { width, height, size: 512 };
				for (const factor of factorsOf(any)) {
					const tiles = tilesOf(any, factor);
					expect(tiles.reduce((sum, { w, h }) => sum + w * h, 0)).toBe(width * height);
					for (const tile of tiles) expect(Math.max(tile.width, tile.height)).toBeLessThan(513);
				}
				expect(tilesOf(any, factorsOf(any).at(-1)!)).toHaveLength(1);
			}),
		);
	});
});
