import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { GalleryManifest } from '../../src/lib/offline-model.ts';
import { axe, launch } from '../support/browser.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openGate, type Gate } from '../support/gate.ts';
import { hallFolder } from '../support/hall.ts';
import {
	cacheNames,
	faultsOf,
	follow,
	keptOf,
	mediaOf,
	unshown,
	versionOf,
	workers,
} from '../support/keeping.ts';
import { buildQuietly, chosen } from '../support/site.ts';

const gallery = 'en/galleries/road/';
const list = 'media-manifest/galleries/en/road.json';

let site: string;
let browser: Browser;
let gate: Gate;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
	site = join(await temporaryFolder(), 'site');
	await buildQuietly(chosen(await hallFolder(), site));
	browser = await launch();
});
afterAll(() => browser?.close());
beforeEach(async () => {
	gate = await openGate(site);
	context = await browser.newContext();
	page = await context.newPage();
});
afterEach(async () => {
	await context.close();
	await gate.stop();
});

const manifest = () => JSON.parse(readFileSync(join(site, list), 'utf8')) as GalleryManifest;
const place = () => page.locator('#keep');
const offer = () => place().getByRole('button', { name: 'Keep this gallery offline' });

async function come(): Promise<void> {
	await page.goto(gate.address + gallery);
	await place().scrollIntoViewIfNeeded();
}

async function keep(): Promise<void> {
	await come();
	await offer().click();
	await place().getByText('Kept on this device').waitFor();
}

it('is offered with its size, and until then nothing is registered, kept or moved', async () => {
	await page.addInitScript(() => {
		const noted = Object.assign(window, { shift: 0 });
		new PerformanceObserver((entries) => {
			for (const entry of entries.getEntries())
				noted.shift += (entry as unknown as { value: number }).value;
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await come();
	expect(await offer().textContent()).toMatch(/\d MB/);
	expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
	expect([await workers(page), await cacheNames(page)]).toEqual([0, []]);
	expect(gate.asked).not.toContain('/service-worker.js');
	expect(await axe(page)).toEqual([]);
});

it('is offered for the gallery that the visitor goes on to', async () => {
	await come();
	await offer().waitFor();
	await follow(page, '/en/galleries/room/');
	await place().scrollIntoViewIfNeeded();
	await offer().waitFor();
	expect(await place().getByRole('button').count()).toBe(1);
	await offer().click();
	await place().getByText('Kept on this device').waitFor();
	expect([await versionOf(page, 'en/road'), await versionOf(page, 'en/room')]).toEqual([
		undefined,
		expect.stringMatching(/^[0-9a-f]{20}$/),
	]);
});

it('needs a script: without one its place is empty', async () => {
	const plain = await browser.newContext({ javaScriptEnabled: false });
	const other = await plain.newPage();
	await other.goto(gate.address + gallery);
	expect(await other.locator('#keep').textContent()).toBe('');
	await plain.close();
});

it('is there without a network, with its photos, and nothing else of the site', async () => {
	await keep();
	await gate.stop();
	await context.setOffline(true);
	const faults = faultsOf(page);
	const pages = manifest()
		.files.map(({ path }) => path)
		.filter((path) => path.endsWith('index.html'));
	expect(pages.length).toBeGreaterThan(3);
	const own = 'main img:not(nav img)';
	for (const path of pages) {
		const answer = await page.goto(gate.address + path.replace('index.html', ''));
		expect(await answer?.text(), path).toBe(readFileSync(join(site, path), 'utf8'));
		expect(await page.locator(own).count(), path).toBeGreaterThan(0);
		expect([path, await unshown(page, own)]).toEqual([path, []]);
	}
	await page.goto(gate.address + gallery);
	for (const path of pages) await follow(page, `/${path.replace('index.html', '')}`);
	expect(faults).toEqual([]);
	await expect(page.goto(`${gate.address}fa/about/`)).rejects.toThrow();
	await gate.start();
});

it('is removed with all that was kept', async () => {
	await keep();
	expect((await mediaOf(page)).length).toBeGreaterThan(2);
	await come();
	await place().getByText('Kept on this device').waitFor();
	await place().getByRole('button', { name: 'Remove' }).click();
	await offer().waitFor();
	expect([await workers(page), await cacheNames(page)]).toEqual([0, []]);
});

it('is renewed at the next visit: what is not shown any more is not kept any more', async () => {
	await keep();
	const { files, ...rest } = manifest();
	const isNoted = ({ path, of }: { path: string; of?: string }) =>
		of === 'noted' || path.includes('/noted/');
	const left = files.filter((file) => !isNoted(file));
	const noted = files.filter(isNoted).map(({ path }) => `/${path.replace('index.html', '')}`);
	const still = () => keptOf(page, noted);
	expect((await still()).length).toBeGreaterThan(2);
	gate.instead.set(`/${list}`, JSON.stringify({ ...rest, version: 'next', files: left }));
	await page.goto(`${gate.address}en/about/`);
	await expect.poll(still).toEqual([]);
	await expect.poll(() => cacheNames(page)).toEqual(['/kept', '/media', '/pages-next']);
});
