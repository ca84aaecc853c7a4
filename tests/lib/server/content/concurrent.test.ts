import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concurrently } from '../../../../src/lib/server/content/concurrent.ts';

describe('work done several at a time', () => {
	it('keeps the order of the items, and never has more at work than allowed', async () => {
		const waits = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(waits, fc.integer({ min: 1, max: 5 }), async (items, limit) => {
				let [atWork, most] = [0, 0];
				const results = await concurrently(limit, items, async (wait, index) => {
					most = Math.max(most, ++atWork);
					await setTimeout(wait);
					atWork--;
					return `${index}:${wait}`;
				});
				expect(results).toEqual(items.map((wait, index) => `${index}:${wait}`));
				expect(most).toBe(Math.min(limit, items.length));
			}),
			{ numRuns: 40 },
		);
	});

	it('begins nothing new after a failure, and tells it when all that was begun has ended', async () => {
		const begun: number[] = [];
		const ended: number[] = [];
		const work = async (item: number) => {
			begun.push(item);
			await setTimeout(item === 1 ? 2 : 20);
			if (item === 1) throw new Error('the first failed');
			ended.push(item);
		};
		await expect(concurrently(3, [1, 2, 3, 4, 5], work)).rejects.toThrow('the first failed');
		expect(begun).toEqual([1, 2, 3]);
		expect(ended).toEqual([2, 3]);
	});

	it('takes a hole in the list for an item like any other', async () => {
		const seen = await concurrently(2, ['a', undefined, 'b'], (item) => Promise.resolve(item));
		expect(seen).toEqual(['a', undefined, 'b']);
	});
});
