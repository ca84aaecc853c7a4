import { steadyCode } from '../../src/kiosk/server/chromium.ts';
import { BarePage } from './bare-page.ts';
import { Fingers } from './fingers.ts';
import { prepare } from './in-page.ts';
import { upright, type Hall } from './kiosk-hall.ts';
import { tour } from './kiosk-tour.ts';

/** What a page holds after a collection; `heap` in bytes. */
export interface Held {
	heap: number;
	nodes: number;
	listeners: number;
	documents: number;
}

export interface Soaked {
	/** At the visits that were asked for, in their order. */
	held: Held[];
	/** Console errors, exceptions, bad answers, other hosts. */
	faults: string[];
	/** Documents that were loaded after the first. */
	loads: number;
	history: [before: number, after: number];
}

/**
 * So many visits one after another, in one page that is never loaded anew.
 *
 * @param marked with the process of the browser, at each mark, and its number
 */
export async function soak(
	hall: Hall,
	marks: readonly number[],
	marked?: (browser: number, visit: number) => void,
): Promise<Soaked> {
	const page = await BarePage.open(upright, prepare, [steadyCode]);
	try {
		await page.go(`${hall.address}kiosk/`);
		const length = () => page.evaluate(() => history.length);
		await page.evaluate(async () => {
			await driven.until('attract', () => document.querySelector('.attract button'));
		});
		const [before, loads] = [await length(), page.loads];
		const held: Held[] = [];
		for (let visit = 1; visit <= Math.max(...marks); visit++) {
			await tour(page, new Fingers(page), visit).catch((cause: unknown) => {
				throw new Error(`visit ${visit}: ${String(cause)}, faults: ${page.faults.join()}`, {
					cause,
				});
			});
			if (!marks.includes(visit)) continue;
			held.push(await heldBy(page));
			marked?.(page.pid, visit);
		}
		const { faults } = page;
		return { held, faults, loads: page.loads - loads, history: [before, await length()] };
	} finally {
		await page.close();
	}
}

async function heldBy(page: BarePage): Promise<Held> {
	const found: Held[] = [];
	for (let turn = 0; turn < 3; turn++) {
		// A transition that still runs holds what it moves.
		await new Promise((done) => setTimeout(done, 1000));
		found.push(await collected(page));
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

async function collected(page: BarePage): Promise<Held> {
	for (let turn = 0; turn < 2; turn++) await page.send('HeapProfiler.collectGarbage');
	const { metrics } = (await page.send('Performance.getMetrics')) as {
		metrics: { name: string; value: number }[];
	};
	const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
	return {
		heap: of('JSHeapUsedSize'),
		nodes: of('Nodes'),
		listeners: of('JSEventListeners'),
		documents: of('Documents'),
	};
}
