import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { parse } from 'yaml';
import type { Target } from '../../../src/studio/contract/publish.ts';
import { untilBuilt } from './built.ts';
import { boxOf, cell } from './hands.ts';
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

export async function begin(page: Page, folder: string): Promise<void> {
	await page.getByLabel('Title').fill('Thirty');
	await page.getByLabel('Organisation').fill('A mission');
	await page.getByLabel('Folder that will hold it').fill(folder);
	await page.getByLabel('тоҷикӣ').check();
	await page.getByRole('button', { name: 'Begin' }).click();
	await page.getByRole('heading', { name: 'Galleries' }).waitFor();
}

export async function bringIn(page: Page, files: readonly string[]): Promise<void> {
	await page.getByRole('link', { name: 'Import' }).click();
	await page.getByLabel('or choose photos').setInputFiles([...files]);
	await page.getByText(`${files.length} of ${files.length}`).waitFor();
	await page.getByRole('button', { name: 'Select all', exact: true }).click();
	await page.getByLabel('Its folder’s name, in small Latin letters').fill('road');
	await page.getByRole('button', { name: `Add ${files.length} photos` }).click();
	await page.getByRole('link', { name: 'To the light table' }).click();
}

/** Chooses photos one by one and shows them. */
export async function show(page: Page, ids: readonly string[]): Promise<void> {
	for (const [at, id] of ids.entries()) {
		const modifiers = at ? (['Control'] as const) : ([] as const);
		await cell(page, id)
			.locator('img')
			.click({ modifiers: [...modifiers] });
	}
	await page.locator('.bar').getByRole('button', { name: 'Show' }).click();
}

/** A dialog that asks for a text in both languages. */
export async function tell(page: Page, en: string, tg: string): Promise<void> {
	const [english, tajik] = [0, 1].map((at) => page.locator('dialog textarea').nth(at));
	await english!.fill(en);
	await tajik!.fill(tg);
	await page.locator('dialog').getByRole('button', { name: 'Save' }).click();
	await page.locator('dialog').waitFor({ state: 'detached' });
}

/** Covers a part in the middle of a photo with a mouse. */
export async function cover(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Rectangle' }).click();
	await page.waitForFunction(() => document.querySelector('svg')!.clientHeight > 200);
	const { x, y, width, height } = await boxOf(page.locator('.redact svg').first());
	await page.mouse.move(x + width * 0.4, y + height * 0.4);
	await page.mouse.down();
	await page.mouse.move(x + width * 0.6, y + height * 0.6, { steps: 5 });
	await page.mouse.up();
}

export async function pasteInto(page: Page, cellId: string, text: string): Promise<void> {
	await page.locator(`#${cellId}`).click();
	await page.waitForFunction((id) => document.activeElement?.id === id, cellId);
	await page.evaluate((given) => {
		const data = new DataTransfer();
		data.setData('text/plain', given);
		const how = { clipboardData: data, bubbles: true, cancelable: true };
		document.activeElement!.dispatchEvent(new ClipboardEvent('paste', how));
	}, text);
}

/** Looks at what will be public there, and publishes it. */
export async function publishTo(page: Page, target: Target, count: number): Promise<void> {
	const names = { folder: 'Folder or stick', sftp: 'Web server (SFTP)' } as Record<string, string>;
	await page.getByRole('link', { name: 'Publish' }).click();
	await page.getByLabel('Another place').selectOption(names[target.kind]!);
	const asked = { host: 'Server', user: 'User', path: 'Path', port: 'Port (22)' };
	const given = { ...target, key: undefined } as Record<string, unknown>;
	for (const [name, label] of Object.entries(asked))
		if (given[name] !== undefined)
			await page.getByLabel(label, { exact: true }).fill(String(given[name]));
	if (target.kind === 'sftp') await page.getByLabel('Path of the key').fill(target.key!);
	await page.getByRole('button', { name: 'Use this place' }).click();
	const review = page.locator('section[aria-live=polite]');
	const isReviewed = async () => (await review.textContent())?.includes('Looking') === false;
	await expect.poll(isReviewed).toBe(true);
	expect(await review.locator('.warned').allTextContents()).toEqual([]);
	expect((await review.locator('h3').allTextContents()).slice(-2)).toEqual([
		`${count} photos become public`,
		'0 photos are no longer public',
	]);
	await page.getByLabel(`I have looked at the list: ${count} photos become public`).check();
	await untilBuilt(page, 'Publish', /It is published/);
}
