import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStudio, type OpenedStudio } from '../../support/studio/opened.ts';

let desk: OpenedStudio;
beforeAll(async () => {
	desk = await openStudio();
});
afterAll(() => desk?.close());

const cell = (page: Page, id: string) => page.locator(`#cell-${id}`);
const said = (page: Page) => page.locator('p.said[role=status]');

/** Where a cell's picture is. */
async function middle(page: Page, id: string) {
	const box = (await cell(page, id).locator('img').boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2, left: box.x + 4 };
}

describe('the order of a wall', () => {
	it('is changed by the keyboard alone, said, undone and redone', async () => {
		const { page, faults } = await desk.open('#/gallery/road');
		const before = await desk.order('road');
		for (let tab = 0; tab < 60; tab += 1) {
			await page.keyboard.press('Tab');
			if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'gridcell'))
				break;
		}
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press(' ');
		expect(await said(page).textContent()).toBe('1 selected');
		await page.keyboard.press('Alt+ArrowLeft');
		await expect.poll(() => said(page).textContent()).toMatch(/to place 1 of/);
		const swapped = [before[1], before[0], ...before.slice(2)];
		await expect.poll(() => desk.order('road')).toEqual(swapped);
		expect(await page.evaluate(() => document.activeElement?.id)).toBe(`cell-${before[1]}`);
		await page.keyboard.press('Control+z');
		await expect.poll(() => desk.order('road')).toEqual(before);
		await page.keyboard.press('Control+y');
		await expect.poll(() => desk.order('road')).toEqual(swapped);
		await page.keyboard.press('Control+z');
		await expect.poll(() => desk.order('road')).toEqual(before);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it('is changed by dragging with a mouse, several at once', async () => {
		const { page, faults } = await desk.open('#/gallery/work');
		const before = await desk.order('work');
		const [first, second, third, fourth] = before as [string, string, string, string];
		await cell(page, first).locator('img').click();
		await cell(page, second)
			.locator('img')
			.click({ modifiers: ['Control'] });
		const from = await middle(page, second);
		const to = await middle(page, fourth);
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(from.x + 20, from.y, { steps: 4 });
		await page.mouse.move(to.left, to.y, { steps: 8 });
		await page.locator('.mark').waitFor();
		await page.mouse.up();
		await expect.poll(() => desk.order('work')).toEqual([third, first, second, ...before.slice(3)]);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it('is changed by a finger that rests on a picture and moves it', async () => {
		const { page, faults } = await desk.open('#/gallery/room', {
			...{ viewport: { width: 1024, height: 1200 }, hasTouch: true },
		});
		const before = await desk.order('room');
		const from = await middle(page, before[0]!);
		const to = await middle(page, before[2]!);
		const client = await page.context().newCDPSession(page);
		const touch = (type: string, x?: number, y?: number) =>
			client.send('Input.dispatchTouchEvent', {
				type: type as 'touchStart',
				touchPoints: x === undefined ? [] : [{ x, y: y! }],
			});
		await touch('touchStart', from.x, from.y);
		await page.locator('.hand').waitFor();
		for (let step = 1; step <= 10; step += 1) {
			await touch(
				'touchMove',
				from.x + ((to.left - from.x) * step) / 10,
				from.y + ((to.y - from.y) * step) / 10,
			);
			await page.waitForTimeout(30);
		}
		await page.locator('.mark').waitFor();
		await touch('touchEnd');
		await expect.poll(() => desk.order('room')).toEqual([before[1], before[0], ...before.slice(2)]);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it('is changed by the menu of a picture, with no drag at all', async () => {
		const { page, faults } = await desk.open('#/gallery/home');
		const before = await desk.order('home');
		await cell(page, before[1]!).locator('.more').click();
		await page.getByRole('button', { name: 'To the start' }).click();
		await expect.poll(() => desk.order('home')).toEqual([before[1], before[0], ...before.slice(2)]);
		expect(faults).toEqual([]);
		await page.context().close();
	});
});

it('sections and wall texts come and go', async () => {
	const { page, faults } = await desk.open('#/gallery/road');
	await page.getByRole('button', { name: 'Add a section' }).click();
	await page.locator('dialog textarea').first().fill('At the border');
	await page.getByRole('button', { name: 'Save' }).click();
	await page.locator('h2', { hasText: 'At the border' }).waitFor();
	await page.getByRole('button', { name: 'Add a wall text' }).first().click();
	await page.locator('dialog textarea').first().fill('A word before the road.');
	await page.getByRole('button', { name: 'Save' }).click();
	const text = page.locator('.cell', { hasText: 'A word before the road.' });
	await text.locator('.more').click();
	await page.getByRole('button', { name: 'Take off this wall' }).click();
	await expect.poll(() => text.count()).toBe(0);
	await page.getByRole('button', { name: 'Remove heading At the border' }).click();
	await expect.poll(() => page.locator('h2', { hasText: 'At the border' }).count()).toBe(0);
	expect(faults).toEqual([]);
	await page.context().close();
});
