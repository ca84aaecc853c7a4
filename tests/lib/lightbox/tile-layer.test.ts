import { describe, expect, it } from 'vitest';
import { levelFor } from '../../../src/lib/lightbox/tile-layer.ts';

describe('the level of tiles', () => {
	const factors = [1, 2, 4, 8];
	it.each([
		[0.1, 8],
		[0.13, 4],
		[0.25, 4],
		[0.26, 2],
		[0.5, 2],
		[0.9, 1],
		[1, 1],
		[2.5, 1],
	])('at %f pixels of the screen to one of the picture is %i', (scale, factor) => {
		expect(levelFor({ factors }, scale)).toBe(factor);
	});
});
