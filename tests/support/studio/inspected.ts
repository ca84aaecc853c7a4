import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe } from '../browser.ts';

/** Controls that are smaller than a finger: ticks and links within a text have their label or line. */
export const small = (page: Page) =>
	page
		.locator('button:visible, select:visible, a.button:visible, label.tick:visible')
		.evaluateAll((all) =>
			all
				.map((one) => ({
					name: one.textContent?.trim().slice(0, 30),
					box: one.getBoundingClientRect(),
				}))
				.filter(({ box }) => box.width > 1 && Math.min(box.width, box.height) < 43.9)
				.map(({ name, box }) => `${name}: ${box.width} x ${box.height}`),
		);

/** What reaches beyond the screen, where anything makes it scroll sideways. */
const tooWide = (page: Page) =>
	page.evaluate(() => {
		if (document.documentElement.scrollWidth <= innerWidth) return [];
		const beyond = [...document.querySelectorAll('body *')].filter(
			(one) => one.getBoundingClientRect().right > innerWidth + 1,
		);
		return ['too wide', ...beyond.map((one) => `${one.tagName} ${one.className}`)].slice(0, 12);
	});

/** No violation, no wider than the screen whatever that is, and nothing smaller than a finger. */
export async function inspect(page: Page): Promise<void> {
	expect(await axe(page)).toEqual([]);
	for (const width of [1024, 640, 390]) {
		await page.setViewportSize({ width, height: 844 });
		// The wall is laid anew in the next frame.
		await expect.poll(() => tooWide(page), { message: `at ${width}` }).toEqual([]);
	}
	expect(await small(page)).toEqual([]);
	expect(await axe(page)).toEqual([]);
	await page.setViewportSize({ width: 1280, height: 900 });
}
