import { expect, it } from 'vitest';
import { least, soak } from '../../support/kiosk-soak.ts';
import { visitHall } from '../../support/kiosk-visit.ts';

const hall = visitHall();
const visits = 300;
/** By then every gallery has been seen twice in every language: all that a visit runs is compiled, and kept so. */
const from = 48;

it(
	`after ${visits} visits a page holds what it held after ${from}`,
	{ timeout: 40 * 60_000 },
	async () => {
		const marks = [from, visits].flatMap((last) => [last - 2, last - 1, last]);
		const { held, faults, loads, history } = await soak(hall, marks);
		const [before, after] = [least(held.slice(0, 3)), least(held.slice(3))];
		expect(after.heap / before.heap).toBeLessThanOrEqual(1.12);
		expect(after.nodes).toBeLessThanOrEqual(before.nodes);
		expect(after.listeners).toBeLessThanOrEqual(before.listeners);
		expect(after.documents).toBeLessThanOrEqual(before.documents);
		expect([faults, loads]).toEqual([[], 0]);
		expect(history[1]).toBe(history[0]);
	},
);
