import type { Locator, Page } from 'playwright-core';

/** What a curator does with the desk, whichever way: by mouse, by touch, or by keys alone. */
export interface Hand {
	readonly page: Page;
	press(one: Locator): Promise<void>;
	/** In place of what is in the field. */
	write(field: Locator, text: string): Promise<void>;
	choose(select: Locator, option: string): Promise<void>;
	/** The dialog that lists files is the system's. */
	give(input: Locator, files: readonly string[]): Promise<void>;
	/** These pictures of a light table, and no others. */
	pick(ids: readonly string[]): Promise<void>;
	/** Takes a picture of a light table to the place of an earlier one. */
	moveBefore(id: string, before: string): Promise<void>;
	/** To a picture's texts. */
	open(id: string): Promise<void>;
	/** What can be done with a picture. */
	menu(id: string): Promise<void>;
	/** Covers a part in the middle of a photo with a rectangle. */
	cover(): Promise<void>;
	/** Lines, from the first cell of the text table on; they are shown, not yet applied. */
	paste(lines: readonly string[]): Promise<void>;
}

/** What a page has heard: `mouse`, `touch`, `key`. */
export type Heard = () => Promise<string[]>;

export async function listenTo(page: Page): Promise<Heard> {
	const heard = await page.evaluateHandle(() => {
		const all = new Set<string>();
		addEventListener('pointerdown', ({ pointerType }) => all.add(pointerType), true);
		addEventListener('keydown', () => all.add('key'), true);
		return all;
	});
	return () => heard.evaluate((all) => [...all].sort());
}

export const cell = (page: Page, id: string): Locator => page.locator(`#cell-${id}`);
export const button = (page: Page, name: string): Locator =>
	page.getByRole('button', { name, exact: true });
export const shapeBoard = (page: Page): Locator => page.locator('.redact svg').first();

/** Where something is; it is waited for until it has a size. */
export async function boxOf(one: Locator) {
	await one.scrollIntoViewIfNeeded();
	for (;;) {
		const box = await one.boundingBox();
		if (box && box.height > 4) return { ...box, at: within(box) };
		await one.page().waitForTimeout(50);
	}
}

/** A place in it, in parts of its sides. */
const within =
	(box: { x: number; y: number; width: number; height: number }) =>
	(across: number, down: number) => ({
		x: box.x + box.width * across,
		y: box.y + box.height * down,
	});

/** Where a photo is once it has come: before, the board is not as high as it will be. */
export async function boardOf(page: Page) {
	await page.waitForFunction(
		() => (document.querySelector('.redact svg')?.clientHeight ?? 0) > 200,
	);
	return boxOf(shapeBoard(page));
}

/** What the clipboard holds is pasted where the focus is. */
export async function pasteByKeys(page: Page, text: string): Promise<void> {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.evaluate((given) => navigator.clipboard.writeText(given), text);
	await page.keyboard.press('ControlOrMeta+V');
}
