import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { studio } from '../../../src/studio/server/main.ts';
import { axe } from '../../support/browser.ts';
import { checkout } from '../../support/corpus.ts';
import { chosen } from '../../support/site.ts';
import { appThere } from '../../support/studio/app-there.ts';
import { openStudio, type OpenedStudio } from '../../support/studio/opened.ts';

let desk: OpenedStudio;
beforeAll(async () => {
	desk = await openStudio();
});
afterAll(() => desk?.close());

const written = (gallery: string) => readFile(join(desk.folder, gallery, 'gallery.yaml'), 'utf8');

it('notes the consent of two photos at once', async () => {
	const { page, faults } = await desk.open('#/care');
	await page.getByLabel(/Cranes at sunrise/).check();
	await page.getByLabel(/Bricks and trowel/).check();
	await page.getByText('Consent for 2 photos').waitFor();
	await page.locator('.form select').first().selectOption('given');
	await page.getByLabel('on the web').check();
	await page.locator('.form input[type=date]').nth(1).fill('2026-12-05');
	await page.locator('.form input[type=date]').nth(1).press('Tab');
	await expect
		.poll(async () => (await written('work')).match(/expires_on: 2026-12-05/g)?.length)
		.toBe(2);
	expect((await written('work')).match(/status: given/g)).toHaveLength(2);
	expect(await axe(page)).toEqual([]);
	expect(faults).toEqual([]);
	await page.context().close();
});

it('covers a place by keys alone', async () => {
	const { page, faults } = await desk.open('#/photo/sewing-machine/redact');
	await page.getByRole('button', { name: 'Put one in the middle' }).press('Enter');
	const shape = page.getByRole('button', { name: '1. Ellipse' });
	await shape.press('ArrowLeft');
	await shape.press('Shift+ArrowRight');
	await expect.poll(() => written('home')).toMatch(/redact:[^]*x: 0\.385/);
	await page.getByLabel('See what remains').check();
	expect(await axe(page)).toEqual([]);
	expect(faults).toEqual([]);
	await page.context().close();
});

it('covers a place with a pointer', async () => {
	const { page, faults } = await desk.open('#/photo/doorway-with-light/redact');
	await page.getByRole('button', { name: 'Rectangle' }).click();
	// It has no size before it is there.
	await expect
		.poll(async () => (await page.locator('svg').boundingBox())!.height)
		.toBeGreaterThan(200);
	const box = (await page.locator('svg').boundingBox())!;
	await page.mouse.move(box.x + 40, box.y + 40);
	await page.mouse.down();
	await page.mouse.move(box.x + 120, box.y + 90, { steps: 4 });
	await page.mouse.up();
	await expect.poll(() => written('home')).toMatch(/shape: rectangle/);
	expect(faults).toEqual([]);
	await page.context().close();
});

it('asks which exhibition, where none is open', async () => {
	const folder = `${desk.folder} of another`;
	await cp(join(checkout, 'photos'), folder, { recursive: true });
	const served = await studio({
		given: chosen(folder, `${folder}-out`),
		site: await appThere(),
		port: 4899,
	});
	const page = await desk.browser.newPage({ locale: 'en' });
	await page.goto(served.address);
	await page.getByLabel('Its folder on this computer').waitFor();
	expect(await axe(page)).toEqual([]);
	await page.getByLabel('Its folder on this computer').fill(folder);
	await page.getByRole('button', { name: 'Open', exact: true }).click();
	await page.getByRole('heading', { name: 'Galleries' }).waitFor();
	await page.close();
	await served.close();
});
