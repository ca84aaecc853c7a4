import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, watchedPage } from '../support/browser.ts';
import { dialog, settled } from '../support/lightbox.ts';
import { languages } from '../support/sample.ts';
import { visitSample } from '../support/sample-visit.ts';

const sample = visitSample();

const path = 'stories/a-guesthouse-in-darvaz/';

async function open(address: string, options: Parameters<Browser['newContext']>[0] = {}) {
	const watched = await watchedPage(
		await sample.browser.newContext(options),
		new URL(sample.served.address).origin,
	);
	await watched.page.goto(sample.served.address + address, { waitUntil: 'networkidle' });
	return watched;
}

describe('a story', () => {
	it('opens its pictures in the viewer, steps through them, and closes again', async () => {
		const { page, faults } = await open(`en/${path}`);
		await page.locator('a[data-photo="veranda-above-the-valley"] img').click();
		const viewer = dialog(page);
		await settled(page);
		await viewer.getByText('1 of 2', { exact: true }).waitFor();
		expect(page.url()).toBe(`${sample.served.address}en/galleries/home/veranda-above-the-valley/`);
		await page.keyboard.press('ArrowRight');
		await viewer.getByText('2 of 2', { exact: true }).waitFor();
		await page.goBack();
		await viewer.waitFor({ state: 'hidden' });
		expect(page.url()).toBe(`${sample.served.address}en/${path}`);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it('is told by its photographs, which lead there, and it leads to where they hang', async () => {
		const { page } = await open('en/galleries/home/bread-on-cloth/');
		await page.getByRole('main').getByRole('link', { name: 'A guesthouse in Darvaz' }).click();
		await page.getByRole('heading', { level: 1, name: 'A guesthouse in Darvaz' }).waitFor();
		await page.getByText('Zarina, an invented person (name changed)').first().waitFor();
		await page.getByRole('link', { name: 'Home', exact: true }).click();
		await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
		const caption = page.locator('figcaption', { hasText: 'Bread is never laid face down' });
		await caption.getByRole('link', { name: 'A guesthouse in Darvaz' }).waitFor();
		await page.context().close();
	});

	it.each(languages)('is whole without JavaScript in %s, on paper', async (lang) => {
		const { page } = await open(`${lang}/${path}`, { javaScriptEnabled: false });
		expect(await page.locator('html').getAttribute('data-wall')).toBe('paper');
		expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
		expect(await page.locator('.prose p').count()).toBeGreaterThan(4);
		expect(await page.locator('article img').count()).toBe(2);
		expect(await page.locator('blockquote').count()).toBe(1);
		await page.context().close();
	});

	it.each(['en', 'fa'])('has nothing that axe objects to in %s', async (lang) => {
		const { page } = await open(`${lang}/${path}`);
		expect(await axe(page)).toEqual([]);
		await page.context().close();
	});
});

describe('an event', () => {
	it('says its days and the last day for entries, and later that they are over', async () => {
		const context = await sample.browser.newContext();
		const page = await context.newPage();
		const address = `${sample.served.address}en/stories/two-evenings-of-short-films/`;
		await page.clock.setFixedTime(new Date('2026-12-01T12:00:00'));
		await page.goto(address, { waitUntil: 'networkidle' });
		await page.getByText('Event · January 16, 2027 – January 17, 2027').waitFor();
		await page.getByText('Entries until December 20, 2026').waitFor();
		await page.clock.setFixedTime(new Date('2027-01-18T12:00:00'));
		await page.goto(address, { waitUntil: 'networkidle' });
		await page.getByText('January 17, 2027 · past').waitFor();
		await page.getByText('Entries were taken until December 20, 2026').waitFor();
		await context.close();
	});
});

describe('the list of stories', () => {
	it('names them, the newest first, and leads to each', async () => {
		const { page } = await open('ru/stories/');
		const titles = await page.locator('main h2').allTextContents();
		expect(titles).toHaveLength(6);
		expect(titles[0]).toContain('Пример выставки развешен');
		await page.getByRole('link', { name: 'Четыре дня в поезде' }).click();
		await page.getByRole('heading', { level: 1, name: 'Четыре дня в поезде' }).waitFor();
		await page.context().close();
	});
});
