import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { serve } from '../../src/vite/serve.ts';
import { launch, watchedPage, type Watched } from './browser.ts';
import { sampleSite } from './sample.ts';

/** The wall that is looked at, below a language, and its photos in their order. */
export const wall = 'galleries/road/';
export const ids = [
	'mountain-road-at-dawn',
	'bazaar-bag-and-suitcase',
	'passport-ticket-and-coins',
	'empty-platform-at-dusk',
	'tea-by-the-train-window',
	'rails-to-the-horizon',
] as const;

export interface Room {
	browser: Browser;
	/** Of the served sample. */
	address: string;
	open(lang?: string, options?: BrowserContextOptions): Promise<Watched>;
	addressOf(lang: string, id: string): string;
	close(): Promise<void>;
}

/** The sample, served, and a browser to look at one of its walls. */
export async function enter(): Promise<Room> {
	const browser = await launch();
	const served = await serve(sampleSite(), 0);
	const { address } = served;
	return {
		browser,
		address,
		async open(lang = 'en', options = {}) {
			const size = { viewport: { width: 1280, height: 800 } };
			const context = await browser.newContext({ ...size, ...options });
			const watched = await watchedPage(context, new URL(address).origin);
			await watched.page.goto(`${address}${lang}/${wall}`, { waitUntil: 'networkidle' });
			return watched;
		},
		addressOf: (lang, id) => `${address}${lang}/${wall}${id}/`,
		async close() {
			await browser.close();
			await served.close();
		},
	};
}

export const picture = (page: Page, id: string): Locator =>
	page.locator(`a[data-photo="${id}"] img`);
export const dialog = (page: Page): Locator => page.locator('dialog[open]');

/** Opens a photo of the wall, and waits until it can be stepped through. */
export async function look(page: Page, id: string): Promise<void> {
	await picture(page, id).click();
	await settled(page);
}

export async function settled(page: Page): Promise<void> {
	await dialog(page).waitFor();
	// PhotoSwipe listens when its opening has come to its end; then its neighbours are shown.
	await page.waitForFunction(() => {
		const slides = [...document.querySelectorAll<HTMLElement>('.pswp__item')];
		return slides.length > 0 && slides.every(({ style }) => style.display === 'block');
	});
}

export async function closed(page: Page): Promise<void> {
	await expect.poll(() => dialog(page).count()).toBe(0);
}

/** Where the photo that is looked at stands, in px of the window. */
export const box = (page: Page) =>
	page
		.locator('.pswp__item[aria-hidden=false] .pswp__img')
		.last()
		.evaluate((image) => {
			const { x, y, width } = image.getBoundingClientRect();
			return { x, y, width };
		});

/** Until the picture has not moved for so long, in ms. */
export async function rest(page: Page, still = 300): Promise<void> {
	let last = NaN;
	for (let { width } = await box(page); width !== last; { width } = await box(page)) {
		last = width;
		await page.waitForTimeout(still);
	}
}
