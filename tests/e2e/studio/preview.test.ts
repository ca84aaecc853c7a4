import { afterAll, beforeAll, expect, it } from 'vitest';
import { axe } from '../../support/browser.ts';
import { untilBuilt } from '../../support/studio/built.ts';
import { openStudio, type OpenedStudio } from '../../support/studio/opened.ts';

let desk: OpenedStudio;
beforeAll(async () => {
	desk = await openStudio();
});
afterAll(() => desk?.close());

const most = { timeout: 15 * 60_000 };

it('shows drafts, and without them what the public sees on a day', most, async () => {
	const { page, faults } = await desk.open('#/gallery/home');
	const [hidden = '', ...shown] = await desk.order('home');
	await page.locator(`#cell-${hidden} img`).click();
	await page.locator('.bar').getByRole('button', { name: 'Hide' }).click();
	await page.getByText('Everything is saved').waitFor();
	await page.goto(`${desk.origin}/#/preview`);
	await untilBuilt(page, 'Make the preview', /The preview is ready/);
	const inside = page.frameLocator('iframe');
	const address = await page.locator('iframe').getAttribute('src');
	await inside.locator('h1').first().waitFor();
	expect(await axe(page)).toEqual([]);
	const site = await page.context().newPage();
	await site.goto(`${address}galleries/home/`);
	const ids = () =>
		site.locator('a.title[data-photo]').evaluateAll((all) => all.map((one) => one.dataset.photo));
	expect(await ids()).toEqual([hidden, ...shown]);
	await page.getByLabel('As it will be on').fill('2026-11-28');
	await untilBuilt(page, 'Make the preview', /The preview is ready/);
	await site.reload();
	expect(await ids()).toEqual(shown);
	await page.getByRole('button', { name: 'Telephone' }).click();
	expect((await page.locator('iframe').boundingBox())!.width).toBeLessThan(400);
	// The site stands on a port of its own; axe asks for frames of the page's own.
	const isOther = (one: string) => !/^other host: http:\/\/127\.0\.0\.1:|postMessage/.test(one);
	expect(faults.filter(isOther)).toEqual([]);
	await page.context().close();
});
