import { describe, expect, it } from 'vitest';
import { watchedPage } from '../support/browser.ts';
import { visitSample } from '../support/sample-visit.ts';

const sample = visitSample();

describe('facets without JavaScript', () => {
	it('lead from the facts of a photo and from explore to walls of pictures', async () => {
		const context = await sample.browser.newContext({ javaScriptEnabled: false });
		const { page, faults } = await watchedPage(context, new URL(sample.served.address).origin);
		await page.goto(`${sample.served.address}en/galleries/road/tea-by-the-train-window/`);
		await page.getByRole('link', { name: 'tea', exact: true }).click();
		await page.getByRole('heading', { level: 1, name: 'tea' }).waitFor();
		expect(await page.getByRole('main').locator('figure').count()).toBe(3);
		expect(await page.getByText('3 pictures').count()).toBe(1);
		await page.getByRole('main').getByRole('link', { name: 'Explore' }).click();
		await page.getByRole('heading', { level: 1, name: 'Explore' }).waitFor();
		expect(await page.getByRole('searchbox').count()).toBe(0);
		expect(
			await page.getByRole('img', { name: 'Map of the places' }).locator('circle').count(),
		).toBe(3);
		await page.getByRole('link', { name: 'Kazakhstan 1' }).click();
		await page.getByRole('heading', { level: 1, name: 'Kazakhstan' }).waitFor();
		expect(await page.getByRole('main').locator('figure').count()).toBe(1);
		expect(faults).toEqual([]);
		await context.close();
	});

	it('cover what has a content note', async () => {
		const context = await sample.browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(`${sample.served.address}en/explore/theme/building-site/`);
		expect(await page.getByRole('main').locator('figure').count()).toBe(5);
		expect(await page.locator('details:not([open]) figure').count()).toBe(1);
		await context.close();
	});
});

it('a picture on the wall of a theme opens in the viewer, and steps through that wall', async () => {
	const page = await sample.browser.newPage();
	await page.goto(`${sample.served.address}en/explore/theme/tea/`, { waitUntil: 'networkidle' });
	await page.locator('a[data-photo="tea-by-the-train-window"] img').click();
	const viewer = page.getByRole('dialog', { name: 'Picture viewer' });
	await viewer.waitFor();
	expect(await viewer.textContent()).toContain('of 3');
	expect(page.url()).toBe(`${sample.served.address}en/galleries/road/tea-by-the-train-window/`);
	await viewer.getByRole('link', { name: 'bread', exact: true }).click();
	await page.getByRole('heading', { level: 1, name: 'bread' }).waitFor();
	await page.close();
});
