import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openHall, type Hall } from './kiosk-hall.ts';
import { kioskSite } from './sample.ts';

export { panel, pin, upright, type Hall } from './kiosk-hall.ts';

/** kioskd with the sample, for all tests of a file: its fields are there as soon as one runs. */
export function visitHall(device: object = {}): Hall {
	const hall = {} as Hall;
	beforeAll(async () => {
		Object.assign(hall, await openHall(kioskSite(), device));
	});
	afterAll(() => hall.close?.());
	return hall;
}

export const attract = (page: Page) => page.locator('.attract button').first();
export const controls = (page: Page) => page.locator('.controls');
export const warning = (page: Page) => page.locator('dialog[aria-labelledby=still]');
export const code = (page: Page) => page.locator('.home');
export const viewer = (page: Page) => page.locator('dialog.viewer[open]');

/** The first touch, on the line of a language. */
export async function enter(page: Page, lang: string): Promise<void> {
	await page.locator(`.attract button[lang=${lang}]`).tap();
	await page.waitForURL(`**/${lang}/`);
	await controls(page).waitFor();
}

export async function openGallery(page: Page, gallery = 'road'): Promise<void> {
	await page.locator(`main a[href*="galleries/${gallery}/"]:not(.cover)`).first().tap();
	await page.waitForURL(`**/galleries/${gallery}/`);
}

export async function openPhoto(page: Page, at = 0): Promise<void> {
	await page.locator('main a[data-photo] img').nth(at).tap();
	await viewer(page).waitFor();
}

export async function startAgain(page: Page): Promise<void> {
	await page.locator('.controls .again').tap();
	await attract(page).waitFor();
}
