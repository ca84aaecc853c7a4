import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropBox, fitWithin } from '../../../../src/lib/server/images/crop.ts';

const side = fc.integer({ min: 1, max: 9000 });
const size = fc.record({ width: side, height: side });
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const aspect = fc.double({ min: 0.2, max: 5, noNaN: true });

describe('a crop', () => {
	it('lies within the picture, as large as its shape allows', () => {
		fc.assert(
			fc.property(size, aspect, fraction, fraction, (whole, shape, x, y) => {
				const { left, top, width, height } = cropBox(whole, shape, [x, y]);
				expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
				expect(left + width).toBeLessThanOrEqual(whole.width);
				expect(top + height).toBeLessThanOrEqual(whole.height);
				expect(width === whole.width || height === whole.height).toBe(true);
			}),
		);
	});

	it('has its shape', () => {
		expect(cropBox({ width: 6000, height: 4000 }, 1200 / 630, [0.5, 0.5])).toEqual({
			left: 0,
			top: 425,
			width: 6000,
			height: 3150,
		});
	});

	it.each([
		[[0.5, 0.5], 1000],
		[[0.9, 0.5], 2000],
		[[0, 0.5], 0],
		[[0.4, 0.5], 600],
	] as const)('keeps %j in its middle, as far as the edges let it', (focal, left) => {
		const box = cropBox({ width: 4000, height: 2000 }, 1, focal);
		expect(box).toEqual({ left, top: 0, width: 2000, height: 2000 });
	});
});

describe('what stands whole in a frame', () => {
	it.each([
		[
			{ width: 4000, height: 1000 },
			{ width: 1200, height: 300 },
		],
		[
			{ width: 1000, height: 4000 },
			{ width: 158, height: 630 },
		],
		[
			{ width: 300, height: 200 },
			{ width: 300, height: 200 },
		],
		[
			{ width: 9000, height: 1 },
			{ width: 1200, height: 1 },
		],
	])('%j is %j', (whole, fitted) => {
		expect(fitWithin(whole, { width: 1200, height: 630 })).toEqual(fitted);
	});
});
