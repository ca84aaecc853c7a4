import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axe } from '../../support/browser.ts';
import { contentsOf } from '../../support/site.ts';
import { cell } from '../../support/studio/hand.ts';
import { byKeys } from '../../support/studio/keys.ts';
import { byMouse } from '../../support/studio/mouse.ts';
import { openStudio, type OpenedStudio } from '../../support/studio/opened.ts';

let desk: OpenedStudio;
beforeAll(async () => {
	desk = await openStudio();
});
afterAll(() => desk?.close());

const written = (gallery: string) => readFile(join(desk.folder, gallery, 'gallery.yaml'), 'utf8');
const isThere = (file: string) => existsSync(join(desk.folder, file));

it('what is covered is sealed into the file, and cannot be undone', async () => {
	const { page, faults } = await desk.open('#/photo/sewing-machine/redact');
	const before = (await contentsOf(join(desk.folder, 'home')))['sewing-machine.jpg'];
	await byMouse(page).cover();
	await expect.poll(() => written('home')).toMatch(/redact:/);
	await page.getByRole('button', { name: 'Seal …' }).click();
	expect(await axe(page)).toEqual([]);
	const seal = page.locator('dialog').getByRole('button', { name: 'Seal', exact: true });
	expect(await seal.isDisabled()).toBe(true);
	await page.locator('dialog').getByRole('checkbox').check();
	await seal.click();
	await page.locator('dialog').waitFor({ state: 'detached' });
	const after = (await contentsOf(join(desk.folder, 'home')))['sewing-machine.jpg'];
	expect(after).not.toBe(before);
	await page.goto(`${desk.origin}/#/history`);
	await page.getByText('Sealed a photo').waitFor();
	expect(await page.getByRole('button', { name: 'Undo', exact: true }).last().isDisabled()).toBe(
		true,
	);
	expect(faults).toEqual([]);
	await page.context().close();
});

it('a photo goes into another gallery, by keys alone', async () => {
	const { page, faults } = await desk.open('#/gallery/room');
	const [id = ''] = await desk.order('room');
	const keys = byKeys(page);
	await keys.menu(id);
	await keys.choose(page.locator('dialog').getByLabel('To another gallery').last(), 'Home');
	await keys.press(page.getByRole('button', { name: 'Move there' }));
	await expect.poll(() => desk.order('home')).toContain(id);
	expect(await desk.order('room')).not.toContain(id);
	const places = () => [isThere(`home/${id}.jpg`), isThere(`room/${id}.jpg`)];
	await expect.poll(places).toEqual([true, false]);
	await expect.poll(() => page.locator(`#cell-${id}`).count()).toBe(0);
	expect(faults).toEqual([]);
	await page.context().close();
});

it('an earlier version of a file comes back', async () => {
	const { page, faults } = await desk.open('#/photo/ridges-in-haze');
	const before = await written('home');
	await page.getByLabel('Title, English').fill('Ridges of another kind');
	await expect.poll(() => written('home')).toContain('Ridges of another kind');
	await page.goto(`${desk.origin}/#/history`);
	await page.locator('main select').selectOption({ label: 'Home' });
	await page
		.getByRole('button', { name: /^Go back to this one/ })
		.first()
		.click();
	await expect.poll(() => written('home')).toBe(before);
	expect(await axe(page)).toEqual([]);
	expect(faults).toEqual([]);
	await page.context().close();
});

it('what was done is undone and done again after a new start of the studio', async () => {
	const { page } = await desk.open('#/gallery/road');
	const before = await desk.order('road');
	await cell(page, before[0]!).locator('img').click();
	await page.locator('.bar').getByRole('button', { name: 'Later' }).click();
	const swapped = [before[1], before[0], ...before.slice(2)];
	await expect.poll(() => desk.order('road')).toEqual(swapped);
	await page.context().close();
	await desk.restart();
	const { page: anew, faults } = await desk.open('#/history');
	await anew.getByRole('button', { name: /^Undo: / }).click();
	await expect.poll(() => desk.order('road')).toEqual(before);
	await desk.restart();
	await anew.context().close();
	const { page: third } = await desk.open('#/history');
	await third.getByRole('button', { name: /^Redo: / }).click();
	await expect.poll(() => desk.order('road')).toEqual(swapped);
	expect(faults.filter((one) => !/ERR_|notices/.test(one))).toEqual([]);
	await third.context().close();
});

it('a photo is withdrawn, file and all, and nothing of it is kept', async () => {
	const { page, faults } = await desk.open('#/care/apricot-branch');
	await page.getByRole('button', { name: /^Withdraw/ }).click();
	expect(await axe(page)).toEqual([]);
	await page.getByLabel(/^Erase/).check();
	await page.locator('dialog').getByRole('checkbox').last().check();
	await page.locator('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
	await page.locator('dialog').waitFor({ state: 'detached' });
	expect(isThere('home/apricot-branch.jpg')).toBe(false);
	await page.goto(`${desk.origin}/#/gallery/home`);
	await page.locator('#cell-doorway-with-light').waitFor();
	expect(await page.locator('#cell-apricot-branch').count()).toBe(0);
	// The exhibition is put away and opened anew: what was asked for meanwhile is not there.
	expect(faults.filter((one) => !/404|410|422/.test(one))).toEqual([]);
	await page.context().close();
});
