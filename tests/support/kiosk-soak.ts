import type { CDPSession, Page } from 'playwright-core';
import { Fingers } from './fingers.ts';
import { drive } from './in-page.ts';
import type { Hall } from './kiosk-hall.ts';
import { tour } from './kiosk-tour.ts';

/** What a page holds after a collection; `heap` in bytes. */
export interface Held {
	heap: number;
	nodes: number;
	listeners: number;
	documents: number;
}

export interface Soaked {
	page: Page;
	/** At the visits that were asked for, in their order. */
	held: Held[];
	/** Console errors, exceptions, bad answers, other hosts. */
	faults: string[];
	/** Documents that were loaded after the first. */
	loads: number;
	history: [before: number, after: number];
}

/** So many visits one after another, in one page that is never loaded anew. */
export async function soak(
	hall: Hall,
	marks: readonly number[],
	marked: () => void = () => {},
): Promise<Soaked> {
	const { page, faults } = await hall.screen({}, drive);
	const fingers = await Fingers.on(page);
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Performance.enable');
	let loads = 0;
	page.on('request', (request) => (loads += Number(request.isNavigationRequest())));
	const length = () => page.evaluate(() => history.length);
	const before = await length();
	const held: Held[] = [];
	for (let visit = 1; visit <= Math.max(...marks); visit++) {
		await tour(page, fingers, visit);
		if (!marks.includes(visit)) continue;
		held.push(await heldBy(cdp));
		marked();
	}
	return { page, held, faults, loads, history: [before, await length()] };
}

async function heldBy(cdp: CDPSession): Promise<Held> {
	const found: Held[] = [];
	for (let turn = 0; turn < 3; turn++) {
		// A transition that still runs holds what it moves.
		await new Promise((done) => setTimeout(done, 1000));
		found.push(await collected(cdp));
	}
	return least(found);
}

/** Of each, the least that was seen. A page may hold a part of its last visit until the next. */
export function least(all: readonly Held[]): Held {
	const of = (what: keyof Held) => Math.min(...all.map((one) => one[what]));
	return {
		heap: of('heap'),
		nodes: of('nodes'),
		listeners: of('listeners'),
		documents: of('documents'),
	};
}

async function collected(cdp: CDPSession): Promise<Held> {
	for (let turn = 0; turn < 2; turn++) await cdp.send('HeapProfiler.collectGarbage');
	const { metrics } = await cdp.send('Performance.getMetrics');
	const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
	return {
		heap: of('JSHeapUsedSize'),
		nodes: of('Nodes'),
		listeners: of('JSEventListeners'),
		documents: of('Documents'),
	};
}
