import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axe } from '../../support/browser.ts';
import { openStudio, type OpenedStudio } from '../../support/studio/opened.ts';
import { madePhotographs } from '../../support/studio/photographs.ts';

let desk: OpenedStudio;
let files: string[];
beforeAll(async () => {
	desk = await openStudio();
	files = await madePhotographs(3);
});
afterAll(() => desk?.close());

const written = () => readFile(join(desk.folder, 'work', 'gallery.yaml'), 'utf8');

/** Files from another window, as a browser hands them over. */
async function drop(page: Page, all: readonly { name: string; bytes: Buffer }[]): Promise<void> {
	const given = all.map(({ name, bytes }) => ({ name, text: bytes.toString('base64') }));
	const transfer = await page.evaluateHandle((sent) => {
		const data = new DataTransfer();
		for (const { name, text } of sent) {
			const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
			data.items.add(new File([bytes], name, { type: 'image/jpeg' }));
		}
		return data;
	}, given);
	const place = page.getByRole('group', { name: /Drop photos/ });
	await place.dispatchEvent('dragover', { dataTransfer: transfer });
	await place.dispatchEvent('drop', { dataTransfer: transfer });
}

it('files that are dropped are looked at, and nothing is written before "Add"', async () => {
	const { page, faults } = await desk.open('#/import');
	const before = await written();
	const bytes = await Promise.all(files.map((file) => readFile(file)));
	const [first] = bytes as [Buffer];
	await drop(page, [
		...bytes.map((one, at) => ({ name: basename(files[at]!), bytes: one })),
		{ name: 'again.jpg', bytes: first },
		{ name: 'page.jpg', bytes: Buffer.from('<html>no picture</html>') },
	]);
	await page.getByText('5 of 5').waitFor();
	expect(await axe(page)).toEqual([]);
	expect(await page.locator('li:has(input:disabled) .warned').count()).toBe(1);
	expect(await page.locator('li input:checked').count()).toBe(3);
	expect(await written()).toBe(before);
	await page.getByLabel('Into').selectOption('work');
	await page.getByRole('button', { name: 'Add 3 photos' }).click();
	await page.getByRole('link', { name: 'To the light table' }).waitFor();
	const names = files.map((file) => basename(file));
	const lines = [...(await written()).matchAll(/- file: (window-\S+)/g)].map(([, name]) => name);
	expect(lines).toEqual(names);
	expect(faults.filter((one) => !/41[35]|422/.test(one))).toEqual([]);
	await page.context().close();
});

it('a picture that no list names waits in the tray, and comes onto the wall', async () => {
	const name = 'boots-by-the-door.jpg';
	const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: '#765' } });
	await writeFile(join(desk.folder, 'work', name), await picture.jpeg().toBuffer());
	const { page, faults } = await desk.open('#/gallery/work');
	const boots = page.locator('.tray #cell-boots-by-the-door');
	await boots.locator('img').click();
	await page.locator('.bar').getByRole('button', { name: 'More' }).click();
	await page.getByLabel('To position').fill('2');
	await page.getByRole('button', { name: 'Go' }).first().click();
	await expect.poll(async () => (await desk.order('work'))[1]).toBe('boots-by-the-door');
	await expect.poll(() => page.locator('.tray').count()).toBe(0);
	expect(await page.locator('#cell-boots-by-the-door').getAttribute('aria-label')).toMatch(/^2\. /);
	await page.keyboard.press('Control+z');
	await boots.waitFor();
	expect(faults).toEqual([]);
	await page.context().close();
});
