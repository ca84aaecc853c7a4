import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { button, cell, listenTo } from '../../support/studio/hand.ts';
import { byKeys } from '../../support/studio/keys.ts';
import { openStudio, type OpenedStudio } from '../../support/studio/opened.ts';

let desk: OpenedStudio;
beforeAll(async () => {
	desk = await openStudio();
});
afterAll(() => desk?.close());

/** Where the keyboard is. */
const place = (page: Page) =>
	page.evaluate(() => {
		const at = document.activeElement;
		return at?.id || at?.textContent?.trim().replace(/\s+/g, ' ') || at?.tagName;
	});

async function onKeys(hash: string) {
	const { page, faults } = await desk.open(hash);
	const heard = await listenTo(page);
	const end = async () => {
		expect(await heard()).toEqual(['key']);
		expect(faults.filter((one) => !/404/.test(one))).toEqual([]);
		await page.context().close();
	};
	return { page, keys: byKeys(page), end };
}

it('a heading that is removed leaves the keyboard beside it', async () => {
	const { page, keys, end } = await onKeys('#/gallery/road');
	await keys.press(button(page, 'Add a section'));
	await keys.write(page.locator('dialog textarea').first(), 'At the border');
	await keys.press(button(page, 'Save'));
	await keys.press(button(page, 'Remove heading At the border'));
	await page.locator('h2', { hasText: 'At the border' }).waitFor({ state: 'detached' });
	await expect.poll(() => place(page)).toMatch(/^Add a/);
	await end();
});

it('a picture that its menu moves under another heading keeps it', async () => {
	const { page, keys, end } = await onKeys('#/gallery/home');
	const [id = ''] = await desk.order('home');
	await keys.press(button(page, 'Add a section'));
	await keys.write(page.locator('dialog textarea').first(), 'In the yard');
	await keys.press(button(page, 'Save'));
	await keys.menu(id);
	await keys.choose(page.getByRole('combobox', { name: 'To a section' }), 'In the yard');
	const section = page.getByRole('group', { name: 'To a section' });
	await keys.press(section.getByRole('button', { name: 'Go' }));
	await expect.poll(async () => (await desk.order('home')).at(-1)).toBe(id);
	await expect.poll(() => place(page)).toBe(`cell-${id}`);
	await end();
});

it('what is uncovered loses it to what is next', async () => {
	const { page, keys, end } = await onKeys('#/photo/ridges-in-haze/redact');
	await keys.press(button(page, 'Put one in the middle'));
	await keys.press(button(page, 'Uncover 1'));
	await expect.poll(() => place(page)).not.toMatch(/BODY/);
	await end();
});

it('a gallery that is moved keeps it, and at the end it comes to the other button', async () => {
	const { page, keys, end } = await onKeys('#/');
	const second = page.locator('.cards li').nth(1);
	const title = await second.locator('.title').textContent();
	await keys.press(second.getByRole('button', { name: /^Earlier/ }));
	await expect.poll(() => place(page)).toBe(`Later: ${title}`);
	await page.keyboard.press('Enter');
	await expect.poll(() => second.locator('.title').textContent()).toBe(title);
	await expect.poll(() => place(page)).toBe(`Later: ${title}`);
	await end();
});

it('a table is sorted by the last of the ways that are offered', async () => {
	const { page, keys, end } = await onKeys('#/gallery/work');
	const sort = page.getByRole('combobox', { name: 'Sort once …' });
	await cell(page, (await desk.order('work'))[0]!).waitFor();
	const before = await desk.order('work');
	// The first letters choose another way for a moment.
	await keys.choose(sort, 'by file name');
	expect(await desk.order('work')).toEqual(before);
	await keys.press(button(page, 'Go'));
	await expect.poll(() => desk.order('work')).not.toEqual(before);
	const undo = page.getByRole('button', { name: /^Undo/ });
	await expect.poll(() => undo.textContent()).toMatch(/by file name/);
	await expect.poll(() => place(page)).not.toMatch(/BODY/);
	await end();
});

it('a list of photos is one stop, and arrows go through it', async () => {
	const { page, keys, end } = await onKeys('#/care');
	const list = page.getByRole('list', { name: /^\d+ photos$/ });
	await keys.press(list);
	for (const key of ['ArrowDown', 'ArrowDown', 'Space']) await page.keyboard.press(key);
	await page.getByRole('heading', { name: /^Consent for/ }).waitFor();
	expect(await list.getByRole('checkbox').nth(1).isChecked()).toBe(true);
	await page.keyboard.press('Tab');
	expect(await list.evaluate((one) => one.contains(document.activeElement))).toBe(false);
	await end();
});
