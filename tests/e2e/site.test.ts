import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../../src/vite/serve.ts';
import { launch, watchedPage } from '../support/browser.ts';
import { languages, sampleSite } from '../support/sample.ts';

let browser: Browser;
let site: string;

beforeAll(async () => {
	browser = await launch();
	site = sampleSite();
});
afterAll(() => browser?.close());

describe.each(['', '/a/hall'])('the sample at "%s/"', (base) => {
	let served: Served;
	let origin: string;
	beforeAll(async () => {
		served = await serve(site, 0, base);
		origin = new URL(served.address).origin;
	});
	afterAll(() => served.close());

	/** Addresses of all pages, found by following links. */
	async function crawl(context: BrowserContext): Promise<string[]> {
		const found = [served.address];
		for (const address of found) {
			const response = await context.request.get(address, { maxRedirects: 0 });
			expect(response.status(), address).toBe(200);
			const html = await response.text();
			for (const [, link = ''] of html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)) {
				const url = new URL(link, address);
				if (url.origin !== origin || url.hash || url.pathname.endsWith('.txt')) continue;
				expect(url.pathname.endsWith('/'), `${link} on ${address}`).toBe(true);
				if (!found.includes(url.href)) found.push(url.href);
			}
		}
		return found;
	}

	it('has no dead link and none without its slash', async () => {
		const context = await browser.newContext();
		// For each language: entrance, about, withdrawal, photographer, four galleries, 26 photos: one of the 25 hangs in two.
		// And explore, with a page for each of four galleries, three places, 46 themes and one photographer.
		// And the list of stories with six of them.
		const perLanguage = 4 + 4 + 26 + (1 + 4 + 3 + 46 + 1) + (1 + 6);
		expect(await crawl(context)).toHaveLength(1 + languages.length * perLanguage);
		await context.close();
	});

	// Hundreds of pages, in a browser that others use too.
	const patient = { timeout: 10 * 60_000 };
	it(
		'shows every page with its pictures, without an error and without another host',
		patient,
		async () => {
			const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
			const { page, faults } = await watchedPage(context, origin);
			for (const address of await crawl(context)) {
				// One language at each: what they differ in is words.
				if (!address.includes(base ? '/tg/' : '/fa/')) continue;
				await page.goto(address);
				for (const image of (await page.locator('main img').filter({ visible: true }).all()).slice(
					0,
					1,
				)) {
					const width = () => image.evaluate((img: HTMLImageElement) => img.naturalWidth);
					await expect.poll(width, { message: address }).toBeGreaterThan(0);
				}
				expect(await page.title()).not.toBe('');
				expect(await page.locator('h1').count(), address).toBe(1);
			}
			expect(faults).toEqual([]);
			await context.close();
		},
	);

	it('goes from the entrance to a photo and back by clicks, with the script running', async () => {
		const context = await browser.newContext();
		const { page, faults } = await watchedPage(context, origin);
		await page.goto(`${served.address}en/`, { waitUntil: 'networkidle' });
		await page.getByRole('link', { name: 'The road' }).click();
		await page.getByRole('heading', { level: 1, name: 'The road' }).waitFor();
		await page.goto(`${served.address}en/galleries/road/bazaar-bag-and-suitcase/`, {
			waitUntil: 'networkidle',
		});
		await page.getByRole('heading', { level: 1, name: 'Bag and suitcase' }).waitFor();
		expect(page.url()).toBe(`${served.address}en/galleries/road/bazaar-bag-and-suitcase/`);
		await page.getByRole('link', { name: /^Next/ }).click();
		await page.getByRole('heading', { level: 1, name: 'Passport, ticket, coins' }).waitFor();
		await page.getByRole('link', { name: 'فارسی' }).click();
		await page.locator('html[lang="fa"][dir="rtl"]').waitFor();
		expect(page.url()).toBe(`${served.address}fa/galleries/road/passport-ticket-and-coins/`);
		await page.goBack({ waitUntil: 'networkidle' });
		await page.goBack();
		await page.getByRole('heading', { level: 1, name: 'Bag and suitcase' }).waitFor();
		expect(faults).toEqual([]);
		await context.close();
	});

	it('works without JavaScript', async () => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const { page, faults } = await watchedPage(context, origin);
		await page.goto(`${served.address}fa/galleries/road/`, { waitUntil: 'networkidle' });
		await page.getByRole('link', { name: 'چای کنار پنجرهٔ قطار' }).last().click();
		await page.locator('article img').waitFor();
		expect(await page.locator('article').textContent()).toContain('چهار روز');
		expect(faults).toEqual([]);
		await context.close();
	});
});
