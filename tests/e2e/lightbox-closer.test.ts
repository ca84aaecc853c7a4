import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from '../support/browser.ts';
import {
	box,
	closed,
	dialog,
	enter,
	ids,
	look,
	rest,
	settled,
	type Room,
} from '../support/lightbox.ts';

let room: Room;
beforeAll(async () => {
	room = await enter();
});
afterAll(() => room?.close());

/** The sample asks for tiles of this one, and not of the next. */
const [cut, plain] = [ids[0], ids[1]];

/** A picture in the lightbox, and the tiles and scripts that were asked for since it was opened. */
async function opened(id: string = cut, lang = 'en', options: BrowserContextOptions = {}) {
	const watched = await room.open(lang, options);
	const { page } = watched;
	await look(page, id);
	await page.waitForLoadState('networkidle');
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	const tiles = () => asked.filter((path) => path.startsWith('/iiif/images/'));
	return { ...watched, asked, tiles };
}

const shown = (page: Page) => page.locator('.tiles .shown');

describe('looking closer', () => {
	it('fetches tiles and their script when it is wanted, lays them over the picture, and no more', async () => {
		const { page, faults, asked, tiles } = await opened();
		expect(await page.locator('.tiles').count()).toBe(0);
		const before = await box(page);
		await page.getByRole('button', { name: 'Look closer' }).click();
		await shown(page).first().waitFor();
		await page.waitForLoadState('networkidle');
		expect(tiles().length).toBeGreaterThan(2);
		expect(asked.filter((path) => path.endsWith('.js'))).toHaveLength(1);
		expect(asked.filter((path) => path.includes('/media/'))).toEqual([]);
		const picture = await box(page);
		expect(picture.width).toBeGreaterThan(before.width * 1.2);
		const layer = (await page.locator('.tiles').boundingBox())!;
		for (const side of ['x', 'y', 'width'] as const)
			expect(Math.abs(layer[side] - picture[side])).toBeLessThan(1.5);
		expect(await axe(page)).toEqual([]);
		await page.getByRole('button', { name: 'Whole picture' }).click();
		await expect.poll(() => page.locator('.tiles').count()).toBe(0);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it('shows what the picture shows: each tile at its place', async () => {
		const { page } = await opened(cut, 'en', { reducedMotion: 'reduce' });
		const place = dialog(page).locator('.place');
		await page.keyboard.press('+');
		await shown(page).first().waitFor();
		await page.waitForLoadState('networkidle');
		const withTiles = await place.screenshot();
		await page.locator('.tiles').evaluate((layer: HTMLElement) => (layer.style.opacity = '0'));
		const without = await place.screenshot();
		const pixels = (data: Buffer) => sharp(data).greyscale().resize(200).raw().toBuffer();
		const [one, two] = await Promise.all([withTiles, without].map(pixels));
		const apart = [...one!].reduce((sum, value, at) => sum + Math.abs(value - two![at]!), 0);
		expect(apart / one!.length).toBeLessThan(2);
		expect(withTiles.equals(without)).toBe(false);
		await page.context().close();
	});

	it('by keys goes closer and farther, moves, and Escape comes back to the picture, not to the wall', async () => {
		const { page, faults, tiles } = await opened(cut, 'en', { reducedMotion: 'reduce' });
		const before = await box(page);
		await page.keyboard.press('+');
		await expect.poll(async () => (await box(page)).width).toBeGreaterThan(before.width * 1.4);
		await page.keyboard.press('+');
		await expect.poll(async () => (await box(page)).width).toBeGreaterThan(before.width * 2);
		await expect.poll(() => tiles().length).toBeGreaterThan(0);
		const { x, y } = await box(page);
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowDown');
		const moved = await box(page);
		expect([Math.round(x - moved.x), Math.round(y - moved.y)]).toEqual([80, 80]);
		expect(page.url()).toBe(room.addressOf('en', cut));
		await page.keyboard.press('-');
		await expect.poll(async () => (await box(page)).width).toBeLessThan(before.width * 1.6);
		await page.keyboard.press('Escape');
		await expect.poll(async () => (await box(page)).width).toBeLessThan(before.width * 1.01);
		expect(await dialog(page).count()).toBe(1);
		await page.keyboard.press('+');
		await expect.poll(async () => (await box(page)).width).toBeGreaterThan(before.width * 1.4);
		await page.keyboard.press('0');
		await expect.poll(async () => (await box(page)).width).toBeLessThan(before.width * 1.01);
		await page.keyboard.press('Escape');
		await closed(page);
		expect(await page.locator('.tiles, .pswp').count()).toBe(0);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it.each(['en', 'fa'])(
		'by the wheel in %s keeps what is under the pointer there',
		async (lang) => {
			const { page, tiles } = await opened(cut, lang);
			const before = await box(page);
			const at = { x: before.x + before.width * 0.25, y: before.y + 120 };
			await page.mouse.move(at.x, at.y);
			// Tall enough by then that it may move either way.
			for (let turn = 0; turn < 6; turn++) await page.mouse.wheel(0, -120);
			await expect.poll(async () => (await box(page)).width).toBeGreaterThan(before.width * 1.8);
			const after = await box(page);
			expect((at.x - after.x) / after.width).toBeCloseTo(0.25, 1);
			await expect.poll(() => tiles().length).toBeGreaterThan(0);
			for (let turn = 0; turn < 8; turn++) await page.mouse.wheel(0, 120);
			await expect.poll(async () => (await box(page)).width).toBeLessThan(before.width * 1.01);
			await expect.poll(() => page.locator('.tiles').count()).toBe(0);
			await page.context().close();
		},
	);

	it('says how, has buttons for it, and ends when another picture is looked at', async () => {
		const { page } = await opened();
		await page.getByRole('button', { name: 'Look closer' }).click();
		await dialog(page).getByRole('status').filter({ hasText: 'Plus and minus' }).waitFor();
		const { width } = await box(page);
		await page.getByRole('button', { name: 'Farther away' }).click();
		await expect.poll(async () => (await box(page)).width).toBeLessThan(width * 0.9);
		await page.getByRole('button', { name: 'Closer', exact: true }).click();
		await expect.poll(async () => (await box(page)).width).toBeGreaterThan(width * 0.9);
		await page.getByRole('button', { name: 'Farther away' }).focus();
		const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
		// A slow computer is still on its way when the next press comes.
		for (let press = 0; press < 20 && (await focused())?.startsWith('Farther'); press++) {
			await page.keyboard.press('Enter');
			await rest(page);
		}
		await expect.poll(focused).toBe('Look closer');
		await page.keyboard.press('+');
		await shown(page).first().waitFor();
		await page.getByRole('button', { name: 'Next' }).click();
		await expect.poll(() => page.url()).toBe(room.addressOf('en', plain));
		await page.getByRole('button', { name: 'Look closer' }).waitFor();
		expect(await page.locator('.tiles').count()).toBe(0);
		await page.context().close();
	});

	it('of a picture without tiles fetches none', async () => {
		const { page, faults, tiles } = await opened(plain);
		const { width } = await box(page);
		await page.keyboard.press('+');
		await expect.poll(async () => (await box(page)).width).toBeGreaterThan(width * 1.4);
		expect(tiles()).toEqual([]);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it('by two fingers fetches tiles, and one finger moves the picture', async () => {
		const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
		const { page, faults } = await room.open('en', phone);
		await page.locator(`a[data-photo="${cut}"] img`).tap();
		await settled(page);
		const before = await box(page);
		const client = await page.context().newCDPSession(page);
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
			client.send('Input.dispatchTouchEvent', {
				type,
				touchPoints: xs.map((x, id) => ({ x, y: 200, id })),
			});
		await touch('touchStart', 180, 210);
		for (let step = 1; step <= 10; step++) {
			await touch('touchMove', 180 - step * 10, 210 + step * 10);
			await page.waitForTimeout(16);
		}
		await touch('touchEnd');
		await shown(page).first().waitFor();
		const closer = await box(page);
		expect(closer.width).toBeGreaterThan(before.width * 2);
		await touch('touchStart', 200);
		for (let x = 200; x >= 120; x -= 10) {
			await touch('touchMove', x);
			await page.waitForTimeout(16);
		}
		await touch('touchEnd');
		await expect.poll(async () => (await box(page)).x).toBeLessThan(closer.x - 40);
		expect(page.url()).toBe(room.addressOf('en', cut));
		expect(faults).toEqual([]);
		await page.context().close();
	});
});
