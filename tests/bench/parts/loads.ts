import type { Browser, Page } from 'playwright-core';
import { zipped } from './zipped.ts';

/** What one page fetches before the lightbox is loaded: bytes by kind, gzipped; and how far things moved. */
export interface Load {
	html: number;
	script: number;
	style: number;
	font: number;
	other: number;
	picture: number;
	shift: number;
}

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true };

/** Reads a page on a phone with a slow line, to its end. */
export async function load(browser: Browser, address: string): Promise<Load> {
	const context = await browser.newContext(phone);
	const page = await context.newPage();
	const network = await context.newCDPSession(page);
	// What Lighthouse calls slow 4G.
	await network.send('Network.enable');
	await network.send('Network.emulateNetworkConditions', {
		...{ offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 84_375 },
	});
	await page.addInitScript(beforeIdle);
	const bytes = countBytes(page);
	await page.goto(address, { waitUntil: 'networkidle' });
	const shown = { ...(await bytes()) };
	await readToTheEnd(page);
	const shift = await page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
	await context.close();
	return { ...shown, shift };
}

/** The browser is never idle, so the lightbox is not fetched; and each layout shift is noted. */
function beforeIdle(): void {
	const noted = globalThis as unknown as { shift: number; requestIdleCallback: () => number };
	noted.requestIdleCallback = () => 0;
	noted.shift = 0;
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			noted.shift += (entry as unknown as { value: number }).value;
	}).observe({ type: 'layout-shift', buffered: true });
}

function countBytes(page: Page) {
	const kinds = { html: 0, script: 0, style: 0, font: 0, other: 0, picture: 0 };
	const counted: Promise<void>[] = [];
	page.on('response', (response) => {
		const type = response.headers()['content-type'] ?? '';
		const count = async () => {
			const body = await response.body().catch(() => Buffer.alloc(0));
			kinds[kindOf(type)] += zipped(type, body).length;
		};
		counted.push(count());
	});
	return async () => {
		await Promise.all(counted);
		return kinds;
	};
}

function kindOf(type: string): Exclude<keyof Load, 'shift'> {
	if (type.startsWith('text/html')) return 'html';
	if (type.includes('javascript')) return 'script';
	if (type.startsWith('text/css')) return 'style';
	if (type.startsWith('font/')) return 'font';
	return type.startsWith('image/') && !type.includes('svg') ? 'picture' : 'other';
}

async function readToTheEnd(page: Page): Promise<void> {
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	for (let y = 0; y < height; y += 500) {
		await page.mouse.wheel(0, 500);
		await page.waitForTimeout(150);
	}
	await page.waitForLoadState('networkidle');
}
