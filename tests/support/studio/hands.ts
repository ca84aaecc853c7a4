import type { Locator, Page } from 'playwright-core';
import { Fingers, line } from '../fingers.ts';

export const cell = (page: Page, id: string): Locator => page.locator(`#cell-${id}`);

/** Where something is; it is waited for until it has a size. */
export async function boxOf(one: Locator) {
	await one.scrollIntoViewIfNeeded();
	for (;;) {
		const box = await one.boundingBox();
		if (box && box.height > 4) return { ...box, mid: middleOf(box) };
		await one.page().waitForTimeout(50);
	}
}

const middleOf = (box: { x: number; y: number; width: number; height: number }) => ({
	x: box.x + box.width / 2,
	y: box.y + box.height / 2,
});

/** Takes a picture of the table up with a mouse and lets it go on the first half of another. */
export async function dragBefore(page: Page, id: string, before: string): Promise<void> {
	const from = await boxOf(cell(page, id).locator('img'));
	await page.mouse.move(from.mid.x, from.mid.y);
	await page.mouse.down();
	await page.mouse.move(from.mid.x + 20, from.mid.y, { steps: 4 });
	const to = (await cell(page, before).locator('img').boundingBox())!;
	await page.mouse.move(to.x + 4, to.y + to.height / 2, { steps: 8 });
	await page.locator('.mark').waitFor();
	await page.mouse.up();
}

/** The same by a finger that rests on it first. */
export async function touchBefore(page: Page, id: string, before: string): Promise<void> {
	const [from, to] = [await boxOf(cell(page, id).locator('img')), await boxOf(cell(page, before))];
	const client = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
		client.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
	await touch('touchStart', from.mid);
	await page.locator('.hand').waitFor();
	for (const at of line(from.mid, { x: to.x + 4, y: to.y + to.height / 3 }, 10))
		await touch('touchMove', at);
	await page.locator('.mark').waitFor();
	await touch('touchEnd');
}

/** A tap of a finger on what is there. */
export async function tap(page: Page, one: Locator): Promise<void> {
	const fingers = await Fingers.on(page);
	await fingers.tap((await boxOf(one)).mid);
}

/** Tab until something has the focus. */
export async function tabTo(
	page: Page,
	isThere: () => Promise<boolean>,
	most = 200,
): Promise<void> {
	for (let times = 0; times < most; times += 1) {
		await page.keyboard.press('Tab');
		if (await isThere()) return;
	}
	throw new Error('no key leads there');
}
