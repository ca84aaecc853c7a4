import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from '../support/browser.ts';
import { dialog, enter, ids, look, type Room } from '../support/lightbox.ts';

let room: Room;
beforeAll(async () => {
	room = await enter();
});
afterAll(() => room?.close());

const id = ids[4]!;
const told = (page: Page) => page.locator('.told[role=status]');
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const permissions = ['clipboard-read', 'clipboard-write'];

async function photoPage(lang: string, options = {}) {
	const watched = await room.open(lang, options);
	await watched.page.goto(room.addressOf(lang, id), { waitUntil: 'networkidle' });
	return watched;
}

/** What a camera reads from the screen. */
async function scanned(page: Page): Promise<string | undefined> {
	const shot = sharp(await page.screenshot())
		.ensureAlpha()
		.raw();
	const { data, info } = await shot.toBuffer({ resolveWithObject: true });
	return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

describe.each(['en', 'fa'])('a photo page in %s', (lang) => {
	it('shows its code, which a camera reads; Escape closes it and gives the focus back', async () => {
		const { page, faults } = await photoPage(lang);
		const button = page.locator('.share button[aria-haspopup=dialog]');
		await button.focus();
		await page.keyboard.press('Enter');
		await dialog(page).waitFor();
		expect(await dialog(page).locator('p').textContent()).toBe(room.addressOf(lang, id));
		await expect.poll(() => scanned(page)).toBe(room.addressOf(lang, id));
		expect(await axe(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await expect.poll(() => dialog(page).count()).toBe(0);
		expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
		await page.keyboard.press('Enter');
		await dialog(page).waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	});
});

describe('a photo page', () => {
	it('copies its link and its credit line, and says so', async () => {
		const { page } = await photoPage('en', { permissions });
		await page.getByRole('button', { name: 'Copy link' }).click();
		await expect.poll(() => told(page).textContent()).toBe('The link is copied.');
		expect(await copied(page)).toBe(room.addressOf('en', id));
		await page.getByRole('button', { name: 'Copy credit line' }).click();
		await expect.poll(() => told(page).textContent()).toBe('The credit line is copied.');
		expect(await copied(page)).toMatch(
			/^Tea by the train window\. Nigoh, rendered pictures\. .*\/$/,
		);
		await page.context().close();
	});

	it('offers the share sheet where the browser has one, and shows the address where it fails', async () => {
		const { page } = await room.open('en');
		await page.addInitScript(() => {
			const calls: unknown[] = [];
			Object.assign(globalThis, { calls });
			Object.defineProperty(Navigator.prototype, 'share', {
				configurable: true,
				value: async (data: unknown) => {
					calls.push(data);
					if (calls.length > 1) throw new Error('no');
				},
			});
		});
		await page.goto(room.addressOf('en', id), { waitUntil: 'networkidle' });
		const share = page.getByRole('button', { name: 'Share', exact: true });
		await share.click();
		const address = room.addressOf('en', id);
		const calls = () => page.evaluate(() => (globalThis as unknown as { calls: unknown[] }).calls);
		await expect.poll(calls).toEqual([{ title: 'Tea by the train window', url: address }]);
		await share.click();
		await expect.poll(() => told(page).textContent()).toBe(address);
		await page.context().close();
	});

	it('shows nothing of it without a script', async () => {
		const { page } = await photoPage('en', { javaScriptEnabled: false });
		expect(await page.locator('.share').isVisible()).toBe(false);
		expect(await page.locator('.share button').first().isVisible()).toBe(false);
		await page.context().close();
	});

	it('loads what makes the code only when it is asked for', async () => {
		const { page } = await photoPage('en');
		const loaded = () =>
			page.evaluate(
				() =>
					performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
						.length,
			);
		const before = await loaded();
		await page.locator('.share button[aria-haspopup=dialog]').click();
		await dialog(page).waitFor();
		expect(await loaded()).toBeGreaterThan(before);
		await page.context().close();
	});
});

describe('the lightbox', () => {
	it('shows the code over itself, and is there when that is closed', async () => {
		const { page, faults } = await room.open('en');
		await look(page, id);
		await dialog(page).getByRole('button', { name: 'QR code' }).click();
		await expect.poll(() => dialog(page).count()).toBe(2);
		await expect.poll(() => scanned(page)).toBe(room.addressOf('en', id));
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Escape');
		await expect.poll(() => dialog(page).count()).toBe(1);
		expect(page.url()).toBe(room.addressOf('en', id));
		const button = dialog(page).getByRole('button', { name: 'QR code' });
		expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
		expect(faults).toEqual([]);
		await page.context().close();
	});
});
