import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { loadKioskWords } from '../../../src/lib/kiosk/words.ts';
import { axe } from '../../support/browser.ts';
import {
	enter,
	openGallery,
	openPhoto,
	pin,
	upright,
	visitHall,
} from '../../support/kiosk-visit.ts';
import { languages } from '../../support/sample.ts';

const hall = visitHall();
const pad = (page: Page) => page.locator('.pad');

async function corner(page: Page, taps = 7): Promise<void> {
	for (let tap = 0; tap < taps; tap++) await page.touchscreen.tap(40, 40);
}

async function type(page: Page, digits: string): Promise<void> {
	for (const digit of digits) await pad(page).getByText(digit, { exact: true }).tap();
}

it('staff come in by seven taps in the corner and a PIN, and hide a picture at once', async () => {
	const { page } = await hall.screen();
	await enter(page, 'en');
	await openGallery(page);
	await openPhoto(page, 4);
	const id = new URL(page.url()).pathname.split('/').at(-2)!;
	const file = await page
		.locator(`main a[data-photo="${id}"] img`)
		.evaluate((image) => (image as HTMLImageElement).currentSrc);
	expect((await fetch(file)).status).toBe(200);
	await corner(page, 6);
	expect(await pad(page).count()).toBe(0);
	await page.touchscreen.tap(40, 40);
	await pad(page).waitFor();
	await type(page, '000000');
	await page.getByText('Wrong. 4 more tries').waitFor();
	await type(page, pin);
	await page.getByRole('button', { name: `Hide this picture: ${id}` }).waitFor();
	expect(await axe(page)).toEqual([]);
	await page.getByRole('button', { name: `Hide this picture: ${id}` }).tap();
	await page.getByText('Done.').waitFor();
	expect((await fetch(file)).status).toBe(404);
	await page.getByRole('button', { name: 'Close' }).last().tap();
	await page.locator('.attract').waitFor();
	await enter(page, 'ru');
	await openGallery(page);
	await page.locator('main a[data-photo] img').first().waitFor();
	expect(await page.locator(`main a[data-photo="${id}"]:visible`).count()).toBe(0);
	await page.context().close();
});

it.each(languages)(
	'the pad, the menu and the glass being wiped have no violation, in %s',
	async (lang) => {
		const { t } = await loadKioskWords(lang);
		const { page } = await hall.screen();
		await enter(page, lang);
		await corner(page);
		await pad(page).waitFor();
		expect(await axe(page)).toEqual([]);
		await type(page, pin);
		const wipe = page.getByRole('button', { name: t('clean') });
		await wipe.waitFor();
		expect(await axe(page)).toEqual([]);
		await wipe.tap();
		const wiped = page.locator('.cleaning');
		await wiped.waitFor();
		expect(await axe(page)).toEqual([]);
		expect(await wiped.boundingBox()).toEqual({ x: 0, y: 0, ...upright });
		await page.context().close();
	},
);

it('the pad closes by itself, and a visitor who taps the corner finds nothing', async () => {
	const { page } = await hall.screen({}, async (one) => one.clock.install());
	await enter(page, 'en');
	await corner(page);
	await pad(page).waitFor();
	await page.clock.fastForward(21_000);
	await page.locator('.attract').waitFor();
	await page.context().close();
});

it('the PIN is in no file that the page can read', async () => {
	const { page } = await hall.screen();
	const answers = await page.evaluate(async () => {
		const paths = [
			'kiosk.json',
			'../kiosk.json',
			'data/state/pin',
			'kioskd/setup?screen=main',
			'health',
		];
		return Promise.all(paths.map(async (path) => (await fetch(`/${path}`)).text()));
	});
	expect(answers.join('')).not.toMatch(/scrypt|"pin"|246810/);
	await page.context().close();
});
