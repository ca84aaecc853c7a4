import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launch } from '../../support/browser.ts';
import { start } from '../../support/command.ts';
import { scroll } from './frames.ts';

export interface Start {
	/** Milliseconds from the command until the studio says its address. */
	address: number;
	/** From then until all pictures of a light table's first screen are drawn. */
	drawn: number;
}

/**
 * Starts of `npm run studio`, each with a window that has nothing in a cache of its own. Before the first, every
 * thumbnail of the table is made once.
 */
export async function studioStarts(folder: string, table: string, runs: number): Promise<Start[]> {
	await opened(folder, table, makeAll);
	const times: Start[] = [];
	for (let run = 0; run < runs; run += 1) {
		times.push(await opened(folder, table, () => Promise.resolve()));
		// What it leaves behind is written.
		await wait(500);
	}
	return times;
}

async function opened(
	folder: string,
	table: string,
	then: (page: Page) => Promise<void>,
): Promise<Start> {
	const browser = await launch();
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	const commanded = performance.now();
	const studio = start(['studio', '--exhibition', folder, '--no-open']);
	const ended = once(studio, 'exit');
	try {
		const address = await addressOf(studio.stdout!);
		const began = performance.now();
		await page.goto(address);
		await page.locator('main h1').first().waitFor();
		await page.goto(`${new URL(address).origin}/#/gallery/${table}`);
		await areShown(page);
		const times = { address: began - commanded, drawn: performance.now() - began };
		await then(page);
		return times;
	} finally {
		await browser.close();
		studio.kill('SIGTERM');
		await ended;
	}
}

async function addressOf(said: Readable): Promise<string> {
	for await (const part of said) {
		const [address] = /http:\S+/.exec(String(part)) ?? [];
		if (address) return address;
	}
	throw new Error('the studio did not start');
}

/** All pictures of the first screen are there and drawn. */
export const areShown = (page: Page) =>
	page.waitForFunction(
		() => {
			const all = [...document.querySelectorAll<HTMLImageElement>('.cell img')].filter(
				(one) => one.getBoundingClientRect().top < innerHeight,
			);
			return all.length > 0 && all.every((one) => one.complete && one.naturalWidth > 0);
		},
		null,
		{ polling: 20, timeout: 300_000 },
	);

async function makeAll(page: Page): Promise<void> {
	for (;;) {
		await scroll(page, 4000, 20_000);
		await areShown(page);
		await wait(200);
		if (await page.evaluate(() => innerHeight + scrollY + 10 > document.body.scrollHeight)) break;
	}
}
