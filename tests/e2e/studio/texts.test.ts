import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStudio, type OpenedStudio } from '../../support/studio/opened.ts';

let desk: OpenedStudio;
beforeAll(async () => {
	desk = await openStudio();
});
afterAll(() => desk?.close());

const file = () => join(desk.folder, 'home', 'gallery.yaml');
const written = () => readFile(file(), 'utf8');

describe('a caption', () => {
	it('is written in two languages, each in its own direction', async () => {
		const { page, faults } = await desk.open('#/photo/sewing-machine');
		const english = page.getByLabel('Caption, English');
		const persian = page.getByLabel('Caption, فارسی');
		expect([await persian.getAttribute('dir'), await persian.getAttribute('lang')]).toEqual([
			'rtl',
			'fa',
		]);
		await english.fill('A machine for a house.');
		await persian.fill('چرخی برای خانه.');
		await expect.poll(written).toContain('A machine for a house.');
		await expect.poll(written).toContain('چرخی برای خانه.');
		await expect.poll(() => page.locator('.state').textContent()).toBe('Everything is saved');
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it('that somebody else changed meanwhile is shown both ways, and both can stay', async () => {
		const { page } = await desk.open('#/photo/doorway-with-light');
		const title = page.getByLabel('Title, English');
		await page.route('**/api/view', (route) => route.abort());
		await writeFile(file(), (await written()).replace('en: Doorway with light', 'en: Theirs'));
		await title.fill('Mine');
		await page.locator('dialog').waitFor();
		await page.unroute('**/api/view');
		expect(await page.locator('dialog dd').allTextContents()).toEqual([
			'Doorway with light',
			'Mine',
			'Theirs',
		]);
		await page.getByLabel('Keep both, one below the other').check();
		await page.getByRole('button', { name: 'Use these' }).click();
		await expect.poll(written).toMatch(/Theirs[^]*Mine/);
		await page.context().close();
	});

	it('that cannot be written is kept, also over a new start of the window', async () => {
		const { page } = await desk.open('#/photo/bread-on-cloth');
		await page.route('**/api/change', (route) => route.abort());
		await page.getByLabel('Title, English').fill('Bread of the day');
		await page.getByText('The studio does not answer.').waitFor();
		expect(await written()).not.toContain('Bread of the day');
		await page.unroute('**/api/change');
		await page.reload();
		await expect.poll(written).toContain('Bread of the day');
		await page.context().close();
	});
});

it('many texts are filled in at once, after the differences were seen', async () => {
	const { page, faults } = await desk.open('#/gallery/work/text');
	await page.getByRole('button', { name: 'Fill in many' }).click();
	await page.getByRole('textbox', { name: 'Credit line, English' }).fill('Nigoh');
	await page.getByRole('button', { name: 'See what changes' }).click();
	await page.locator('dialog tbody tr').nth(5).waitFor();
	await page.getByRole('button', { name: /^Apply 6/ }).click();
	const works = () => readFile(join(desk.folder, 'work', 'gallery.yaml'), 'utf8');
	await expect
		.poll(async () => (await works()).match(/line: \{ ?en: Nigoh|en: Nigoh/g)?.length)
		.toBe(6);
	expect(faults).toEqual([]);
	await page.context().close();
});

it('cells are walked and written by keys, and pasted from a spreadsheet', async () => {
	const { page, faults } = await desk.open('#/gallery/road/text');
	const roads = () => readFile(join(desk.folder, 'road', 'gallery.yaml'), 'utf8');
	await page.locator('#sheet-0-0').click();
	await page.keyboard.type('A new title');
	await page.keyboard.press('Enter');
	await expect.poll(roads).toContain('A new title');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('sheet-1-0');
	await page.evaluate(() => {
		const data = new DataTransfer();
		data.setData('text/plain', 'One\tЯк\r\nTwo\tДу\r\n');
		const paste = new ClipboardEvent('paste', {
			clipboardData: data,
			bubbles: true,
			cancelable: true,
		});
		document.activeElement!.dispatchEvent(paste);
	});
	await page.getByRole('button', { name: 'Apply 4 changes' }).click();
	await expect.poll(roads).toContain('Ду');
	expect(faults).toEqual([]);
	await page.context().close();
});

it('who goes on typing while it is being saved starts from what was saved', async () => {
	const { page, faults } = await desk.open('#/photo/valley-with-poplars');
	const title = page.getByLabel('Title, English');
	// The new state comes late.
	await page.route('**/api/view', async (route) => {
		await new Promise((done) => setTimeout(done, 1500));
		await route.continue();
	});
	await title.fill('Poplars');
	await expect.poll(written).toContain('en: Poplars');
	await title.fill('Poplars in a valley');
	await expect.poll(written).toContain('en: Poplars in a valley');
	expect(await page.locator('dialog').count()).toBe(0);
	expect(faults).toEqual([]);
	await page.context().close();
});

it('what is wrong as it stands is told and kept, and holds up nothing else', async () => {
	const { page, faults } = await desk.open('#/photo/valley-with-poplars');
	const date = page.getByLabel('Date', { exact: true });
	await date.fill('last summer');
	await page.getByText('must be a date that exists, not "last summer"').waitFor();
	await page.goto(`${desk.origin}/#/photo/bread-on-cloth`);
	await page.getByLabel('Title, English').fill('Bread beside it');
	await expect.poll(written).toContain('Bread beside it');
	expect(await written()).not.toContain('last summer');
	await page.goto(`${desk.origin}/#/photo/valley-with-poplars`);
	await expect.poll(() => date.inputValue()).toBe('last summer');
	await date.fill('1987');
	await expect.poll(written).toContain('1987');
	await expect.poll(() => page.locator('.state').textContent()).toBe('Everything is saved');
	expect(faults.filter((one) => !/400/.test(one))).toEqual([]);
	await page.context().close();
});

it('what a file says of itself is seen in the table, and taken over after it was looked at', async () => {
	const { page, faults } = await desk.open('#/gallery/home/text');
	await page.locator('td', { hasText: 'from the file' }).first().waitFor();
	await page.goto(`${desk.origin}/#/photo/apricot-branch`);
	expect(await page.getByLabel('Title, English').inputValue()).toBe('');
	await page.getByRole('button', { name: 'Take texts from the file …' }).click();
	const rows = page.locator('dialog tbody tr');
	const said = await rows.first().locator('td').last().textContent();
	await page
		.locator('dialog')
		.getByRole('button', { name: /^Apply/ })
		.click();
	await expect.poll(() => page.getByLabel('Title, English').inputValue()).toBe(said);
	await expect.poll(written).toContain(said);
	await expect
		.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
		.toBe('Take texts from the file …');
	await page.keyboard.press('Enter');
	await page.getByRole('dialog').getByText('0 changes', { exact: true }).waitFor();
	expect(faults).toEqual([]);
	await page.context().close();
});

it('on a telephone, where one is in the list of screens is in sight', async () => {
	const { page } = await desk.open('#/history', { viewport: { width: 390, height: 844 } });
	const box = (await page.locator('header [aria-current]').boundingBox())!;
	expect(box.x).toBeGreaterThanOrEqual(0);
	expect(box.x + box.width).toBeLessThanOrEqual(390);
	await page.context().close();
});
