import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from '../../support/browser.ts';
import { openStudio, type OpenedStudio } from '../../support/studio/opened.ts';

let desk: OpenedStudio;
beforeAll(async () => {
	desk = await openStudio();
});
afterAll(() => desk?.close());

const screens = [
	'#/',
	'#/gallery/home',
	'#/gallery/home/text',
	'#/photo/sewing-machine',
	'#/photo/passport-ticket-and-coins/redact',
	'#/care/sewing-machine',
	'#/import',
	'#/tables',
	'#/stories/four-days-by-train',
	'#/preview',
	'#/publish',
	'#/history',
];

/** Controls that are smaller than a finger: ticks and links within a text have their label or line. */
const small = (page: Page) =>
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
const tooWide = (page: Page) =>
	page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));

describe.each(screens)('%s', (hash) => {
	it('has no violation, is no wider than the screen, and its controls are large', async () => {
		const { page, faults } = await desk.open(hash);
		expect(await axe(page)).toEqual([]);
		for (const width of [1024, 640, 390]) {
			await page.setViewportSize({ width, height: 844 });
			// The wall is laid anew in the next frame.
			await expect.poll(() => tooWide(page), { message: `at ${width}` }).toBe(0);
		}
		expect(await small(page)).toEqual([]);
		expect(await axe(page)).toEqual([]);
		// Where nobody publishes yet there are no targets.
		expect(faults.filter((one) => !/api\/targets|404/.test(one))).toEqual([]);
		await page.context().close();
	});
});

it('dialogs have none either', async () => {
	const { page } = await desk.open('#/gallery/home');
	await page.locator('.more').first().click();
	await page.locator('dialog').waitFor();
	expect(await axe(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Add a section' }).click();
	expect(await axe(page)).toEqual([]);
	await page.context().close();
});
