import type { Locator, Page } from 'playwright-core';
import { boardOf, boxOf, button, cell, pasteByKeys, type Hand } from './hand.ts';

/** Who has a mouse, and a keyboard for texts. */
export function byMouse(page: Page): Hand {
	const press = (one: Locator) => one.click();
	const picture = (id: string) => cell(page, id).locator('img');
	return {
		page,
		press,
		async write(field, text) {
			await field.click({ clickCount: 3 });
			await page.keyboard.insertText(text);
		},
		async choose(select, option) {
			await select.selectOption(option);
		},
		give: (input, files) => input.setInputFiles([...files]),
		async pick([first, ...others]) {
			if (first) await picture(first).click();
			for (const id of others) await picture(id).click({ modifiers: ['Control'] });
		},
		moveBefore: (id, before) => drag(page, picture(id), picture(before)),
		async open(id) {
			await upTo(cell(page, id));
			await picture(id).dblclick();
		},
		async menu(id) {
			await upTo(cell(page, id));
			await cell(page, id).locator('.more').click();
		},
		async cover() {
			await button(page, 'Rectangle').click();
			const { at } = await boardOf(page);
			const [from, to] = [at(0.4, 0.4), at(0.6, 0.6)];
			await page.mouse.move(from.x, from.y);
			await page.mouse.down();
			await page.mouse.move(to.x, to.y, { steps: 5 });
			await page.mouse.up();
		},
		async paste(lines) {
			await page.locator('#sheet-0-0').click();
			await page.locator('#sheet-0-0:focus').waitFor();
			await pasteByKeys(page, lines.join('\r\n'));
		},
	};
}

/** What is far from the screen is not there before the wheel has brought it. */
async function upTo(one: Locator): Promise<void> {
	await one.page().mouse.wheel(0, -100_000);
	await one.waitFor();
}

/** Takes a picture up and lets it go on the first half of another. */
async function drag(page: Page, picture: Locator, before: Locator): Promise<void> {
	const from = (await boxOf(picture)).at(0.5, 0.5);
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x + 20, from.y, { steps: 4 });
	const to = (await before.boundingBox())!;
	await page.mouse.move(to.x + 4, to.y + to.height / 2, { steps: 8 });
	await page.locator('.mark').waitFor();
	await page.mouse.up();
}
