import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { Fingers, line, type Point } from '../fingers.ts';
import { boardOf, boxOf, button, cell, type Hand } from './hand.ts';

/** So large at least, in px, is what a finger meets; less what is lost in reckoning. */
const fingertip = 43.9;

/** Who has a tablet: taps, a finger that draws, and the keyboard on the glass, which sends no keys but texts. */
export function byTouch(page: Page): Hand {
	const write = async (field: Locator, text: string) => {
		await tap(field);
		// As the tablet's own menu over a field does.
		if (await field.inputValue()) await field.selectText();
		await page.keyboard.insertText(text);
	};
	const menu = async (id: string) => {
		await upTo(cell(page, id));
		await tap(cell(page, id).locator('.more'));
	};
	return {
		page,
		press: tap,
		write,
		async choose(select, option) {
			await large(select);
			// The list that a tap opens is the system's own.
			await select.selectOption(option);
		},
		async give(input, files) {
			await large(input);
			await input.setInputFiles([...files]);
		},
		async pick(ids) {
			for (const id of ids) await tap(cell(page, id).locator('img'));
		},
		moveBefore: (id, before) => carry(page, cell(page, id).locator('img'), cell(page, before)),
		async open(id) {
			await menu(id);
			await tap(page.locator('dialog').getByRole('link', { name: 'Texts and focal point' }));
		},
		menu,
		async cover() {
			await tap(button(page, 'Rectangle'));
			const { at } = await boardOf(page);
			await (await Fingers.on(page)).draw(line(at(0.4, 0.4), at(0.6, 0.6)));
		},
		async paste(lines) {
			await tap(button(page, 'Paste cells …'));
			await write(page.locator('dialog textarea'), lines.join('\n'));
		},
	};
}

/** What is ticked is as large as its label. */
async function tap(one: Locator): Promise<void> {
	const label = one.locator('xpath=self::input[@type="checkbox"]/ancestor::label');
	await one.waitFor();
	const target = (await label.count()) ? label : one;
	await large(target);
	await target.tap();
}

/** What is far from the screen is not there before a finger has brought it. */
async function upTo(one: Locator): Promise<void> {
	const page = one.page();
	const fingers = await Fingers.on(page);
	for (let pulls = 0; pulls < 20 && !(await one.count()); pulls += 1) {
		await fingers.draw(line({ x: 8, y: 300 }, { x: 8, y: 900 }));
		await page.waitForTimeout(300);
	}
}

async function large(one: Locator): Promise<void> {
	const { width, height } = await boxOf(one);
	const name = await one.evaluate((node) => node.outerHTML.slice(0, 120));
	expect(Math.min(width, height), `${name} is large enough`).toBeGreaterThan(fingertip);
}

/** Rests on a picture first, and lets it go on the first half of another. */
async function carry(page: Page, picture: Locator, before: Locator): Promise<void> {
	const [from, to] = [(await boxOf(picture)).at(0.5, 0.5), (await before.boundingBox())!];
	const client = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point) =>
		client.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
	await touch('touchStart', from);
	await page.locator('.hand').waitFor();
	for (const at of line(from, { x: to.x + 4, y: to.y + to.height / 3 }, 10))
		await touch('touchMove', at);
	await page.locator('.mark').waitFor();
	await touch('touchEnd');
}
