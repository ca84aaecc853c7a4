import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closed, enter, ids, picture, settled, wall, type Room } from '../support/lightbox.ts';

let room: Room;
beforeAll(async () => {
	room = await enter();
});
afterAll(() => room?.close());

/** Moves a finger across the picture. */
async function swipe(page: Page, by: number): Promise<void> {
	const client = await page.context().newCDPSession(page);
	const touch = (type: string, x?: number) =>
		client.send('Input.dispatchTouchEvent', {
			type: type as 'touchStart',
			touchPoints: x === undefined ? [] : [{ x, y: 200 }],
		});
	const from = by > 0 ? 60 : 330;
	await touch('touchStart', from);
	for (let step = 1; step <= 8; step++) {
		await touch('touchMove', from + (by * step) / 8);
		await page.waitForTimeout(16);
	}
	await touch('touchEnd');
}

describe('by touch', () => {
	const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

	it.each([
		['en', -260, 1],
		['en', 260, -1],
		['fa', 260, 1],
		['fa', -260, -1],
	])('in %s a swipe by %i px leads %i on', async (lang, by, on) => {
		const { page, faults } = await room.open(lang, phone);
		await picture(page, ids[2]!).tap();
		await settled(page);
		await swipe(page, by);
		await expect.poll(() => page.url()).toBe(room.addressOf(lang, ids[2 + on]!));
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it('is closed by moving the picture down', async () => {
		const { page } = await room.open('en', phone);
		await picture(page, ids[2]!).tap();
		await settled(page);
		const client = await page.context().newCDPSession(page);
		const touch = (type: string, y?: number) =>
			client.send('Input.dispatchTouchEvent', {
				type: type as 'touchStart',
				touchPoints: y === undefined ? [] : [{ x: 190, y }],
			});
		await touch('touchStart', 150);
		for (let y = 170; y <= 420; y += 25) {
			await touch('touchMove', y);
			await page.waitForTimeout(16);
		}
		await touch('touchEnd');
		await closed(page);
		expect(page.url()).toBe(`${room.address}en/${wall}`);
		await page.context().close();
	});
});
