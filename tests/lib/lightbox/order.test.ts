import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turned } from '../../../src/lib/lightbox/order.ts';

describe('the order of the slides', () => {
	it('is that of the wall from the left, and turned round from the right', () => {
		expect([0, 1, 2].map((index) => turned(index, 3, 'ltr'))).toEqual([0, 1, 2]);
		expect([0, 1, 2].map((index) => turned(index, 3, 'rtl'))).toEqual([2, 1, 0]);
	});

	it('leads back by the same way', () => {
		const wall = fc.integer({ min: 1, max: 500 }).chain((count) =>
			fc.record({
				count: fc.constant(count),
				index: fc.nat(count - 1),
				direction: fc.constantFrom('ltr' as const, 'rtl' as const),
			}),
		);
		fc.assert(
			fc.property(wall, ({ count, index, direction }) => {
				const there = turned(index, count, direction);
				expect(there).toBeGreaterThanOrEqual(0);
				expect(there).toBeLessThan(count);
				expect(turned(there, count, direction)).toBe(index);
			}),
		);
	});
});
