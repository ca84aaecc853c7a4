import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launch } from './browser.ts';
import { openGate, type Gate } from './gate.ts';
import { versionOf } from './keeping.ts';

const json = <T>(site: string, file: string) =>
	JSON.parse(readFileSync(join(site, file), 'utf8')) as T;

export const versionIn = (site: string) =>
	json<{ version: string }>(site, 'media-manifest/index.json').version;

export const listedIn = (site: string) =>
	json<{ files: { path: string; of?: string }[] }>(site, 'media-manifest/000.json').files;

/** Paths of everything that is of one photo. */
export const filesOf = (site: string, photo: string) =>
	json<{ photos: { id: string; files: string[] }[] }>(site, 'kiosk.json')
		.photos.filter(({ id }) => id === photo)
		.flatMap(({ files }) => files.map((file) => `/${file}`));

/** The screen at the start, and what a tablet shows that nobody uses. */
export const ask = (page: Page) => page.locator('.ask');
export const title = (page: Page) => page.locator('.attract h1');

/** A tablet before a server, both new for each test of a file. */
export interface Tablet {
	gate: Gate;
	context: BrowserContext;
	page: Page;
	open(page?: Page): Promise<void>;
	/** Presses the first button of the screen at the start, and waits for the end. */
	keep(page?: Page): Promise<void>;
}

/** @param site built by the time the first test runs */
export function visitTablet(site: () => string): Tablet {
	const tablet = {} as Tablet;
	let browser: Browser;
	beforeAll(async () => {
		browser = await launch();
	});
	afterAll(() => browser?.close());
	beforeEach(async () => {
		const [gate, context] = [await openGate(site()), await browser.newContext()];
		Object.assign(tablet, { gate, context, page: await context.newPage() });
	});
	afterEach(async () => {
		tablet.gate.open();
		await tablet.context.close();
		await tablet.gate.stop();
	});
	tablet.open = async (page = tablet.page) => {
		await page.goto(`${tablet.gate.address}kiosk/`);
		await title(page).waitFor();
	};
	tablet.keep = async (page = tablet.page) => {
		await tablet.open(page);
		await ask(page).locator('button').first().click();
		await ask(page).waitFor({ state: 'detached' });
		await expect.poll(() => versionOf(page, 'exhibition')).toBe(versionIn(site()));
		tablet.gate.asked.length = 0;
	};
	return tablet;
}
