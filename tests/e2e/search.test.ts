import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, watchedPage } from '../support/browser.ts';
import { serve } from '../../src/vite/serve.ts';
import { sampleSite } from '../support/sample.ts';
import { visitSample } from '../support/sample-visit.ts';

const sample = visitSample();

const field = (page: Page) => page.getByRole('searchbox');
const results = (page: Page) => page.locator('search ol a');

/** Addresses of what was found, below the site's root. */
async function find(page: Page, words: string, root = sample.served.address): Promise<string[]> {
	await field(page).fill(words);
	await field(page).press('Enter');
	await page.waitForURL((url) => url.searchParams.get('q') === words.trim());
	const links = await results(page).evaluateAll((all) =>
		all.map((link) => (link as HTMLAnchorElement).href),
	);
	return links.map((link) => link.replace(root, ''));
}

describe.each(['', '/a/hall'])('the search at "%s/"', (base) => {
	it('finds a photo by a word of its caption in each language', async () => {
		const hall = await serve(sampleSite(), 0, base);
		const context = await sample.browser.newContext();
		const { page, faults } = await watchedPage(context, new URL(hall.address).origin);
		for (const [lang, word] of [
			['en', 'chequered'],
			['tg', 'чорхона'],
			['ru', 'клетчатая'],
			['fa', 'چهارخانه'],
		] as const) {
			await page.goto(`${hall.address}${lang}/explore/`);
			const found = await find(page, word, hall.address);
			expect(found, word).toContain(`${lang}/galleries/road/bazaar-bag-and-suitcase/`);
			await expect
				.poll(() =>
					results(page)
						.first()
						.locator('img')
						.evaluate((img: HTMLImageElement) => img.naturalWidth),
				)
				.toBeGreaterThan(0);
		}
		expect(faults).toEqual([]);
		await context.close();
		await hall.close();
	});
});

describe('the search', () => {
	it.each([
		['tg', 'рӯз', 'РУЗ'],
		['tg', 'кӯҳҳо', 'куххо'],
		['tg', 'Тоҷикистон', 'точикистон'],
		['tg', 'ҳуҷҷатҳо', 'хуччатхо'],
		['ru', 'Ещё', 'еще'],
		['fa', 'یک', 'يك'],
		['en', 'Suitcase', 'SÜITCASE'],
	])('in %s finds for %s what it finds for %s', async (lang, one, other) => {
		const page = await sample.browser.newPage();
		await page.goto(`${sample.served.address}${lang}/explore/`);
		const found = await find(page, one);
		expect(found.length).toBeGreaterThan(0);
		expect((await find(page, other)).sort()).toEqual(found.sort());
		await page.close();
	});

	it('finds a Persian word in two parts, as many hands write it', async () => {
		const page = await sample.browser.newPage();
		await page.goto(`${sample.served.address}fa/explore/`);
		const found = await find(page, 'می‌ماند');
		expect(found.length).toBeGreaterThan(0);
		expect(await find(page, 'می ماند')).toEqual(expect.arrayContaining(found));
		await page.close();
	});

	it('fetches nothing before the field is used, and less than 100 KB until the first result', async () => {
		const page = await sample.browser.newPage();
		const sizes: [string, Promise<number>][] = [];
		page.on('response', (response) => {
			if (/\/media\/|\/explore\/$/.test(response.url())) return;
			// What Pagefind has packed gets no smaller.
			sizes.push([
				response.url(),
				response.body().then((body) => Math.min(gzipSync(body).length, body.length)),
			]);
		});
		await page.goto(`${sample.served.address}en/explore/`, { waitUntil: 'networkidle' });
		expect(sizes.filter(([url]) => url.includes('/pagefind/'))).toEqual([]);
		sizes.length = 0;
		await field(page).pressSequentially('suitcase');
		await results(page).first().waitFor();
		const bytes = await Promise.all(sizes.map(([, size]) => size));
		const sum = bytes.reduce((total, size) => total + size, 0);
		expect(sum).toBeGreaterThan(50_000);
		expect(sum).toBeLessThan(100_000);
		await page.close();
	});

	it('tells the number of results, says where there is none, and empties with the field', async () => {
		const page = await sample.browser.newPage();
		await page.goto(`${sample.served.address}ru/explore/`);
		await find(page, 'чемодан');
		expect(await page.getByRole('status').textContent()).toBe('1 результат');
		await find(page, 'ыыыы');
		expect(await page.getByRole('status').textContent()).toContain('Ничего не найдено');
		await field(page).fill('');
		await expect.poll(() => page.getByRole('status').textContent()).toBe('');
		expect(await results(page).count()).toBe(0);
		await page.close();
	});

	it('is used by the keyboard alone, and finds its results again on the way back', async () => {
		const page = await sample.browser.newPage();
		await page.goto(`${sample.served.address}en/explore/`, { waitUntil: 'networkidle' });
		await field(page).focus();
		await page.keyboard.type('evening');
		await page.keyboard.press('Enter');
		await results(page).nth(2).waitFor();
		const count = await results(page).count();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		const first = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
		expect(first).toContain('/en/galleries/');
		await page.keyboard.press('Enter');
		await page.waitForURL(first);
		await page.getByRole('heading', { level: 1 }).waitFor();
		await page.goBack();
		await expect.poll(() => results(page).count()).toBe(count);
		expect(await field(page).inputValue()).toBe('evening');
		await page.close();
	});

	it('says that it does not work where the index cannot be had, and works when it can', async () => {
		const page = await sample.browser.newPage();
		await page.route('**/pagefind/**', (route) => route.abort());
		await page.goto(`${sample.served.address}en/explore/`);
		await field(page).fill('tea');
		await expect
			.poll(() => page.getByRole('status').textContent())
			.toContain('does not work at the moment');
		await page.unroute('**/pagefind/**');
		expect((await find(page, 'tea')).length).toBeGreaterThan(0);
		await page.close();
	});

	it.each(['en', 'fa'])('has nothing that axe objects to with its results in %s', async (lang) => {
		const page = await sample.browser.newPage({ viewport: { width: 390, height: 844 } });
		await page.goto(`${sample.served.address}${lang}/explore/`);
		await find(page, lang === 'en' ? 'tea' : 'چای');
		await results(page).first().waitFor();
		expect(await axe(page)).toEqual([]);
		await page.close();
	});
});

it('no photo with a content note is in the index of the search', async () => {
	const page = await sample.browser.newPage();
	await page.goto(`${sample.served.address}en/explore/`);
	const found = await find(page, 'night');
	expect(found.length).toBeGreaterThan(0);
	expect(found.filter((path) => path.includes('/work/') && path.split('/').length > 4)).toEqual([]);
	await page.close();
});
