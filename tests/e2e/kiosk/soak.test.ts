import { expect, it } from 'vitest';
import { soak } from '../../support/kiosk-soak.ts';
import { visitHall } from '../../support/kiosk-visit.ts';

const hall = visitHall();
const visits = 300;
/** By then every gallery has been seen in every language. */
const from = 24;

it(
	`after ${visits} visits a page holds what it held after ${from}`,
	{ timeout: 900_000 },
	async () => {
		const { held, faults, loads, history } = await soak(hall, [from, visits]);
		const [before, after] = held;
		expect(after!.heap / before!.heap).toBeLessThanOrEqual(1.12);
		expect(after!.nodes).toBeLessThanOrEqual(before!.nodes);
		expect(after!.listeners).toBeLessThanOrEqual(before!.listeners);
		expect(after!.documents).toBeLessThanOrEqual(before!.documents);
		expect([faults, loads]).toEqual([[], 0]);
		expect(history[1]).toBe(history[0]);
	},
);
