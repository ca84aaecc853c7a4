import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { button, cell, pasteByKeys, type Hand } from './hand.ts';

/** More presses of Tab than these nobody has the patience for. */
const patience = 40;

/** Who has a keyboard and nothing else, and sees where they are. */
export function byKeys(page: Page): Hand {
	const key = (name: string) => page.keyboard.press(name);
	const times = async (count: number, name: string) => {
		for (let time = 0; time < count; time += 1) await key(name);
	};
	const press = async (one: Locator) => {
		await reach(one);
		await key((await one.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter');
	};
	return {
		page,
		press,
		async write(field, text) {
			await reach(field);
			await key('ControlOrMeta+A');
			await page.keyboard.type(text);
		},
		async choose(select, option) {
			await reach(select);
			await page.keyboard.type(option);
			await expect.poll(() => select.locator('option:checked').textContent()).toBe(option);
		},
		async give(input, files) {
			await reach(input);
			await input.setInputFiles([...files]);
		},
		async pick(ids) {
			for (const id of ids) {
				await reachCell(page, id);
				await key('Space');
			}
		},
		async moveBefore(id, before) {
			await reachCell(page, id);
			await times(await apart(page, before, id), 'Alt+ArrowLeft');
			await seen(cell(page, id));
		},
		async open(id) {
			await reachCell(page, id);
			await key('Enter');
		},
		async menu(id) {
			await reachCell(page, id);
			await key('Shift+F10');
		},
		async cover() {
			await press(button(page, 'Rectangle'));
			await press(button(page, 'Put one in the middle'));
			await reach(button(page, '1. Rectangle'));
			await times(3, 'Shift+ArrowRight');
			await times(2, 'Shift+ArrowDown');
			await key('ArrowUp');
		},
		async paste(lines) {
			await reach(page.locator('#sheet-0-0'));
			await pasteByKeys(page, lines.join('\r\n'));
		},
	};
}

/** By Tab, forwards or back, from wherever one is. */
async function reach(one: Locator): Promise<void> {
	const page = one.page();
	await one.waitFor();
	await firm(page);
	for (let tabs = 0; ; tabs += 1) {
		const way = await one.evaluate(wayTo);
		if (!way) break;
		if (tabs === patience) throw new Error(`too far for Tab: ${one.toString()}`);
		await page.keyboard.press(way);
	}
	await seen(one);
}

/** Runs within the page. */
function wayTo(node: Element): string | undefined {
	const at = document.activeElement;
	if (at === node) return undefined;
	const isBefore = at && at.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
	return isBefore && at !== document.body ? 'Shift+Tab' : 'Tab';
}

/** By Tab to the table, by arrows to the picture. */
async function reachCell(page: Page, id: string): Promise<void> {
	const active = page.locator('.cell[tabindex="0"]');
	await reach(active);
	if (!(await cell(page, id).count())) await page.keyboard.press('Home');
	for (;;) {
		const way = await apart(page, (await active.getAttribute('data-key'))!, id);
		if (way === 0) break;
		await page.keyboard.press(way > 0 ? 'ArrowRight' : 'ArrowLeft');
	}
	await seen(cell(page, id));
}

/** So many pictures on; less than nothing: back. */
async function apart(page: Page, from: string, to: string): Promise<number> {
	const order = await page
		.locator('.cell')
		.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.key));
	return order.indexOf(to) - order.indexOf(from);
}

/** It has the focus, has an outline, and nothing lies over it. */
async function seen(one: Locator): Promise<void> {
	const state = await one.evaluate((node) => {
		const { outlineStyle, outlineWidth } = getComputedStyle(node);
		const { x, y, width, height } = node.getBoundingClientRect();
		const there = document.elementFromPoint(x + width / 2, y + height / 2);
		return {
			name: node.outerHTML.slice(0, 160),
			hasFocus: document.activeElement === node,
			hasOutline: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
			isOpen: node.contains(there) || !!there?.closest('label')?.contains(node),
		};
	});
	expect(state).toMatchObject({ hasFocus: true, hasOutline: true, isOpen: true });
}

/** Whatever was done last, the focus is somewhere; before the first key it is nowhere. */
async function firm(page: Page): Promise<void> {
	const stands = () =>
		page.evaluate(() => {
			const { body, activeElement } = document;
			const isBegun = body.dataset.begun;
			body.dataset.begun = 'yes';
			return !isBegun || (activeElement !== null && activeElement !== body);
		});
	// Who presses keys is slower than the page.
	await expect.poll(stands, { message: 'the focus is not lost' }).toBe(true);
}
