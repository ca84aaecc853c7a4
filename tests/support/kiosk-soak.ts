import type { CDPSession, Page } from 'playwright-core';
import { Fingers } from './fingers.ts';
import { drive } from './in-page.ts';
import type { Hall } from './kiosk-hall.ts';
import { tour } from './kiosk-tour.ts';

/** What a page holds after a collection; `heap` in bytes. */
export interface Held {
	heap: number;
	/** Without Svelte's templates, one of which is kept of each part that was ever drawn. */
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

/** The least of a few collections: a transition that still runs holds what it moves. */
async function heldBy(cdp: CDPSession): Promise<Held> {
	const found: Held[] = [];
	for (let turn = 0; turn < 5; turn++) {
		await new Promise((done) => setTimeout(done, 1000));
		found.push(await collected(cdp));
	}
	const least = (of: keyof Held) => Math.min(...found.map((one) => one[of]));
	return {
		heap: least('heap'),
		nodes: least('nodes'),
		listeners: least('listeners'),
		documents: least('documents'),
	};
}

async function collected(cdp: CDPSession): Promise<Held> {
	for (let turn = 0; turn < 2; turn++) await cdp.send('HeapProfiler.collectGarbage');
	const { metrics } = await cdp.send('Performance.getMetrics');
	const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
	return {
		heap: of('JSHeapUsedSize'),
		nodes: of('Nodes') - (await templates(cdp)),
		listeners: of('JSEventListeners'),
		documents: of('Documents'),
	};
}

/** Nodes of trees that are in no document, each counted once however many are alike: a leak is alike. */
async function templates(cdp: CDPSession): Promise<number> {
	const objectGroup = 'templates';
	const expression = 'Node.prototype';
	const { result } = await cdp.send('Runtime.evaluate', { expression, objectGroup });
	const prototypeObjectId = result.objectId as string;
	const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId, objectGroup });
	const counted = await cdp.send('Runtime.callFunctionOn', {
		objectId: objects.objectId,
		functionDeclaration: countDistinct.toString(),
		returnByValue: true,
	});
	await cdp.send('Runtime.releaseObjectGroup', { objectGroup });
	return counted.result.value as number;
}

/** Runs within the page. */
function countDistinct(this: Node[]): number {
	const roots = new Set(this.map((node) => node.getRootNode()));
	const sizes = new Map<string, number>();
	for (const root of roots) {
		if (root.nodeType === Node.DOCUMENT_NODE) continue;
		const walker = document.createTreeWalker(root);
		let size = 1;
		while (walker.nextNode()) size++;
		sizes.set(new XMLSerializer().serializeToString(root), size);
	}
	return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
