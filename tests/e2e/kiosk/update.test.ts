import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { KioskIndex } from '../../../src/kiosk/release/index-file.ts';
import type { Heartbeat } from '../../../src/lib/kiosk/contract.ts';
import { breakScript } from '../../support/broken-build.ts';
import { Device } from '../../support/kiosk-device.ts';
import { filesWith } from '../../support/kiosk-store.ts';
import { controls, enter, openGallery, startAgain } from '../../support/kiosk-visit.ts';
import { kioskSite } from '../../support/sample.ts';

let device: Device;
beforeEach(async () => {
	device = await Device.open(kioskSite());
});
afterEach(() => device.hall.close());

/** What a build says of its photos. */
const indexIn = async (build: string) =>
	JSON.parse(await readFile(join(build, 'kiosk.json'), 'utf8')) as KioskIndex;
const filesOf = ({ photos }: KioskIndex, id: string) =>
	photos.find((photo) => photo.id === id)?.files ?? [];

const another = (build: string) => appendFile(join(build, 'licences.txt'), 'and more\n');

/** No picture of the photo that stands for its gallery can be decoded. */
async function spoil(build: string, id: string): Promise<void> {
	const pictures = filesOf(await indexIn(build), id).filter((file) => file.startsWith('media/'));
	for (const file of pictures) await writeFile(join(build, file), 'no picture');
}

async function withdraw(build: string, id: string): Promise<void> {
	const index = await indexIn(build);
	for (const file of filesOf(index, id)) await rm(join(build, file));
	const photos = index.photos.filter((photo) => photo.id !== id);
	const without = { ...index, photos, withdrawn: [id] };
	await writeFile(join(build, 'kiosk.json'), JSON.stringify(without));
	const takenOff = { withdrawn: [id], mayReturn: [] };
	await writeFile(join(build, '.nigoh-taken-off'), JSON.stringify(takenOff));
}

/** Starts again, and kioskd has heard of it. */
async function leave(page: Page): Promise<void> {
	const heard = page.waitForResponse((response) => {
		if (!response.url().endsWith('/hb')) return false;
		return (response.request().postDataJSON() as Heartbeat).state === 'attract';
	});
	await startAgain(page);
	await heard;
}

/** Larger letters, and back. */
const use = (page: Page) => controls(page).locator('.tools button').nth(2).tap();

it('a newer release waits until nobody has been there for two minutes, and proves itself', async () => {
	const one = await device.release();
	const { page } = device;
	await enter(page, 'en');
	await openGallery(page);
	const two = await device.publish(another);
	await device.fetch(two);
	for (let turn = 0; turn < 6; turn++) {
		await use(page);
		await device.pass(30);
		expect(await device.release()).toBe(one);
	}
	await leave(page);
	await device.pass(105);
	expect(await device.release()).toBe(one);
	// Who comes between two heartbeats is a visitor too.
	await enter(page, 'ru');
	await device.push(15_000);
	expect(await device.release()).toBe(one);
	await leave(page);
	await device.pass(105);
	await device.reloaded(() => device.pass(15));
	expect(await device.release()).toBe(two);
	await device.pass(60);
	await expect.poll(() => device.kept('probation')).toEqual({ starts: 0 });
	const { lastUpdate, pending, screens } = await device.hall.kioskd.health();
	expect([lastUpdate?.ok, pending, screens[0]?.ok]).toEqual([true, null, true]);
});

it('a release whose page never comes to attract is taken back, and never shown again', async () => {
	const one = await device.release();
	const two = await device.publish(breakScript);
	await device.fetch(two);
	await device.pass(120);
	await expect.poll(() => device.release()).toBe(two);
	await device.page.waitForFunction(() => !document.querySelector('.attract'));
	await device.reloaded(async () => {
		for (let turn = 0; turn < 6; turn++) await device.push(15_000);
		await expect.poll(() => device.release()).toBe(one);
		// The page that is there listens to nothing.
		await device.push(1000);
	});
	expect(await device.kept('failed')).toEqual({ ids: [two] });
	const { lastUpdate } = await device.hall.kioskd.health();
	expect(lastUpdate?.error).toContain(`${two} did not prove itself, and ${one} is shown again`);
	await device.hall.restart();
	const now = async () => (await device.hall.kioskd.health()).lastUpdate?.error;
	await expect.poll(now).toContain('failed on this device');
	await device.pass(150);
	expect(await device.release()).toBe(one);
});

it('a picture that was withdrawn is on no screen and in no file after its release was taken back', async () => {
	const one = await device.release();
	const { page } = device;
	// It stands for its gallery, and is among those of attract.
	const id = 'empty-platform-at-dusk';
	const index = await indexIn(kioskSite());
	const media = filesOf(index, id).filter((file) => file.startsWith('media/'));
	const bytes = await Promise.all(media.map((file) => readFile(join(kioskSite(), file))));
	expect((await filesWith(device.data, ...bytes)).length).toBe(media.length);

	const two = await device.publish(async (build) => {
		await withdraw(build, id);
		await spoil(build, 'cranes-at-sunrise');
	});
	await device.fetch(two);
	expect(await filesWith(device.data, ...bytes)).toEqual([]);
	await device.pass(105);
	await page.evaluate(() => Object.assign(window, { planted: true }));
	await device.pass(15);
	await page.waitForFunction(() => !('planted' in window));
	await device.pass(60);
	expect((await device.hall.kioskd.health()).state).toBe('error');
	await device.reloaded(() => device.push(30_000));
	expect([await device.release(), await device.kept('failed')]).toEqual([one, { ids: [two] }]);
	expect(await filesWith(device.data, ...bytes)).toEqual([]);

	await enter(page, 'en');
	await openGallery(page);
	await page.locator('main a[data-photo]:visible').first().waitFor();
	expect(await page.locator(`main a[data-photo=${id}]:visible`).count()).toBe(0);
	const answers = media.map((file) => fetch(`${device.hall.address}${file}`));
	expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([404]));
});
