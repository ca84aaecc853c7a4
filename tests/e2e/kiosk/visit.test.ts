import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
	attract,
	code,
	controls,
	enter,
	openGallery,
	openPhoto,
	startAgain,
	viewer,
	visitHall,
	warning,
} from '../../support/kiosk-visit.ts';
import { settled } from '../../support/lightbox.ts';
import { languages } from '../../support/sample.ts';

const hall = visitHall();

const withClock = async (page: Page) => page.clock.install();
const historyOf = (page: Page) => page.evaluate(() => history.length);
const root = (page: Page) => page.locator('html');

describe('a visit', () => {
	it.each(languages)(
		'begins in %s at a touch on its line, and nothing is loaded anew',
		async (lang) => {
			const { page, faults } = await hall.screen();
			const loads: string[] = [];
			page.on('framenavigated', () => loads.push(page.url()));
			await page.evaluate(() => Object.assign(window, { planted: true }));
			await enter(page, lang);
			expect(await root(page).getAttribute('lang')).toBe(lang);
			expect(await root(page).getAttribute('dir')).toBe(lang === 'fa' ? 'rtl' : 'ltr');
			expect(await attract(page).count()).toBe(0);
			expect(await page.evaluate(() => 'planted' in window)).toBe(true);
			expect(faults).toEqual([]);
			await page.context().close();
		},
	);

	it('begins in the language of the hall at a touch beside the lines', async () => {
		const { page } = await hall.screen();
		await page.touchscreen.tap(540, 200);
		await controls(page).waitFor();
		expect(await root(page).getAttribute('lang')).toBe('tg');
		await page.context().close();
	});

	it('keeps its place in another language', async () => {
		const { page } = await hall.screen();
		await enter(page, 'en');
		await openGallery(page);
		await page.locator('.controls .languages button[lang=fa]').tap();
		await page.waitForURL('**/fa/galleries/road/');
		expect(await root(page).getAttribute('dir')).toBe('rtl');
		expect(await page.locator('main h1').getAttribute('lang')).toBeNull();
		await page.context().close();
	});

	it('keeps the photo that is looked at in another language', async () => {
		const { page, faults } = await hall.screen();
		await enter(page, 'en');
		await openGallery(page);
		await openPhoto(page, 1);
		const words = viewer(page).locator('.words');
		const shown = () => words.getAttribute('aria-label');
		const [address, title] = [new URL(page.url()).pathname, await shown()];
		await page.locator('.controls .languages button[lang=fa]').tap();
		await page.waitForURL(`**${address.replace('/en/', '/fa/')}`);
		await expect.poll(shown).not.toBe(title);
		expect(await root(page).getAttribute('dir')).toBe('rtl');
		expect(await viewer(page).count()).toBe(1);
		await settled(page);
		// Its neighbours are on the other sides now.
		const number = viewer(page).locator('.number');
		const before = await number.textContent();
		await viewer(page).locator('.arrow').nth(1).tap();
		await expect.poll(() => number.textContent()).not.toBe(before);
		await viewer(page).locator('.bar button').first().tap();
		await viewer(page).waitFor({ state: 'detached' });
		expect(new URL(page.url()).pathname).toBe('/fa/galleries/road/');
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it('leaves nothing in the history', async () => {
		const { page } = await hall.screen();
		const before = await historyOf(page);
		for (let turn = 0; turn < 3; turn++) {
			await enter(page, 'en');
			await openGallery(page);
			await openPhoto(page);
			await page.locator('.viewer .bar button').first().tap();
			await viewer(page).waitFor({ state: 'detached' });
			await startAgain(page);
		}
		expect(await historyOf(page)).toBe(before);
		await page.context().close();
	});

	it('gives a picture home as a code of the published address, never of this screen', async () => {
		const { page } = await hall.screen();
		await enter(page, 'en');
		await openGallery(page);
		await openPhoto(page);
		const path = new URL(page.url()).pathname;
		await page.locator('.controls button', { hasText: 'Take it home' }).tap();
		await code(page).waitFor();
		expect(await code(page).locator('.address').textContent()).toBe(
			`https://example.org/eyes${path}`,
		);
		const { width = 0 } = (await code(page).locator('svg').first().boundingBox()) ?? {};
		// 40 mm on this panel.
		expect(width / (1080 / 535)).toBeGreaterThanOrEqual(40);
		await code(page).locator('button').tap();
		expect(await viewer(page).count()).toBe(1);
		await page.context().close();
	});
});

describe('a visitor who goes away', () => {
	it('is warned, may go on as often as they like, and is forgotten in the end', async () => {
		const { page } = await hall.screen({}, withClock);
		await enter(page, 'en');
		await openGallery(page);
		await openPhoto(page);
		for (let turn = 0; turn < 3; turn++) {
			await page.clock.fastForward(89_000);
			expect(await warning(page).count()).toBe(0);
			await page.clock.fastForward(2_000);
			await warning(page).waitFor();
			await page.touchscreen.tap(540, 100);
			await warning(page).waitFor({ state: 'detached' });
			expect(await viewer(page).count()).toBe(1);
		}
		await page.clock.fastForward(91_000);
		await warning(page).waitFor();
		await page.clock.fastForward(29_000);
		expect(await attract(page).count()).toBe(0);
		await page.clock.fastForward(2_000);
		await attract(page).waitFor();
		// Attract covers what is still cleared away.
		await page.waitForURL(/\/kiosk\/$/);
		await page.context().close();
	});

	it('has time to read: a second a word, three minutes for a story, ten times as long on demand', async () => {
		const { page } = await hall.screen({}, withClock);
		await enter(page, 'en');
		await page.locator('main a[href*="stories/"]').first().tap();
		await page.waitForURL('**/stories/*/');
		await page.clock.fastForward(178_000);
		expect(await warning(page).count()).toBe(0);
		await page.clock.fastForward(4_000);
		await warning(page).waitFor();
		await page.touchscreen.tap(540, 100);
		await page.locator('.controls button', { hasText: 'More time' }).tap();
		await page.clock.fastForward(1_700_000);
		expect(await warning(page).count()).toBe(0);
		await page.clock.fastForward(200_000);
		await warning(page).waitFor();
		await page.context().close();
	});
});
