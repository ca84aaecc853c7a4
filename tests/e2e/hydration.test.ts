import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { kinds } from '../support/sample.ts';
import { visitSample } from '../support/sample-visit.ts';

const sample = visitSample();

/** What a page says, but for what needs a script. */
const said = (page: Page) =>
	page.locator('main').evaluate((main) => {
		const copy = main.cloneNode(true) as HTMLElement;
		for (const one of copy.querySelectorAll('.share, .told, #keep, form, script')) one.remove();
		return copy.textContent?.replace(/\s+/g, ' ').trim();
	});

const pages = [kinds.entrance, kinds.photo, kinds.story, kinds.explore, kinds.theme];

/** A browser knows other names of months and countries than the computer that made the page. */
it.each(['tg', 'fa'])('a page in %s says the same with and without a script', async (lang) => {
	const plain = await sample.browser.newContext({ javaScriptEnabled: false });
	const scripted = await sample.browser.newContext();
	for (const path of pages) {
		const texts = [];
		for (const context of [plain, scripted]) {
			const page = await context.newPage();
			await page.goto(`${sample.served.address}${lang}/${path}`, { waitUntil: 'networkidle' });
			texts.push(await said(page));
			await page.close();
		}
		expect(texts[0]?.length).toBeGreaterThan(20);
		expect(texts[1], path).toBe(texts[0]);
	}
	await Promise.all([plain.close(), scripted.close()]);
});
