import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { parse } from 'yaml';
import type { Target } from '../../../src/studio/contract/publish.ts';
import { untilBuilt } from './built.ts';
import { button, type Hand } from './hand.ts';
import type { Region } from './published.ts';

type Texts = Record<string, string>;
export interface Item {
	file?: string;
	status?: string;
	section?: string;
	text?: Texts;
	caption?: Texts;
	alt?: Texts;
	consent?: { status: string; scope: string[] };
	redact?: Region[];
}

/** What a gallery's file says. */
export async function written(folder: string, gallery = 'road'): Promise<Item[]> {
	const text = await readFile(join(folder, gallery, 'gallery.yaml'), 'utf8');
	return ((parse(text) as { photos?: Item[] }).photos ?? []) as Item[];
}

/** Ids of a table's cells, in the order that is told to everybody. */
export async function hung(page: Page): Promise<string[]> {
	const view = await viewOf(page);
	return view.galleries[0]!.hangings.filter(({ kind }) => kind === 'photo').map(({ key }) => key);
}

export interface Seen {
	galleries: { hangings: { key: string; kind: string }[] }[];
	photos: { id: string; file: string; entry: Item }[];
}

export function viewOf(page: Page): Promise<Seen> {
	return page.evaluate(async () => (await (await fetch('/api/view')).json()) as Seen);
}

export async function begin(hand: Hand, folder: string): Promise<void> {
	const { page } = hand;
	await hand.write(page.getByLabel('Title'), 'Thirty');
	await hand.write(page.getByLabel('Organisation'), 'A mission');
	await hand.write(page.getByLabel('Folder that will hold it'), folder);
	await tick(hand, page.getByLabel('тоҷикӣ'));
	await hand.press(button(page, 'Begin'));
	await page.getByRole('heading', { name: 'Galleries' }).waitFor();
}

export async function tick(hand: Hand, box: Locator, isOn = true): Promise<void> {
	if ((await box.isChecked()) !== isOn) await hand.press(box);
	await expect.poll(() => box.isChecked()).toBe(isOn);
}

/** To a screen of the desk. */
export const go = ({ page, press }: Hand, name: string): Promise<void> =>
	press(page.getByRole('navigation').first().getByRole('link', { name, exact: true }));

export async function bringIn(hand: Hand, files: readonly string[]): Promise<void> {
	const { page } = hand;
	await go(hand, 'Import');
	await hand.give(page.getByLabel('or choose photos'), files);
	await page.getByText(`${files.length} of ${files.length}`).waitFor();
	await hand.press(button(page, 'Select all'));
	await hand.write(page.getByLabel('Its folder’s name, in small Latin letters'), 'road');
	await hand.press(button(page, `Add ${files.length} photos`));
	await hand.press(page.getByRole('link', { name: 'To the light table' }));
}

/** A dialog that asks for a text in both languages. */
export async function tell(hand: Hand, en: string, tg: string): Promise<void> {
	const dialog = hand.page.locator('dialog');
	await hand.write(dialog.locator('textarea').nth(0), en);
	await hand.write(dialog.locator('textarea').nth(1), tg);
	await hand.press(dialog.getByRole('button', { name: 'Save' }));
	await dialog.waitFor({ state: 'detached' });
}

/** Looks at what will be public there, and publishes it. */
export async function publishTo(hand: Hand, target: Target, count: number): Promise<void> {
	const { page } = hand;
	await go(hand, 'Publish');
	await place(hand, target);
	const review = page.locator('section[aria-live=polite]');
	const isReviewed = async () => (await review.textContent())?.includes('Looking') === false;
	await expect.poll(isReviewed).toBe(true);
	expect(await review.locator('.warned').allTextContents()).toEqual([]);
	expect((await review.locator('h3').allTextContents()).slice(-2)).toEqual([
		`${count} photos become public`,
		'0 photos are no longer public',
	]);
	await tick(hand, page.getByLabel(`I have looked at the list: ${count} photos become public`));
	await untilBuilt(page, 'Publish', /It is published/, hand.press);
}

async function place(hand: Hand, target: Target): Promise<void> {
	const { page } = hand;
	const names = { folder: 'Folder or stick', sftp: 'Web server (SFTP)' } as Record<string, string>;
	await hand.choose(page.getByLabel('Another place'), names[target.kind]!);
	const asked = {
		...{ host: 'Server', user: 'User', path: 'Path', port: 'Port (22)' },
		key: 'Path of the key',
	};
	const given = target as unknown as Record<string, unknown>;
	for (const [name, label] of Object.entries(asked))
		if (given[name] !== undefined)
			await hand.write(page.getByLabel(label, { exact: name !== 'key' }), String(given[name]));
	await hand.press(button(page, 'Use this place'));
}
