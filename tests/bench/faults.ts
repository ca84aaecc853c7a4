import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { makeKeys } from '../../src/kiosk/release/keys.ts';
import { breakScript } from '../support/broken-build.ts';
import { hallOf } from '../support/sample-hall.ts';
import { openDevice, type BenchDevice } from './parts/device.ts';

/** `npm run bench -- faults`: how soon a kiosk that something happened to is itself again. */
export async function bench(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'nigoh-faults-'));
	const keys = join(folder, 'keys');
	try {
		await makeKeys(keys);
		const site = await hallOf(folder);
		const open = (name: string, hasLock?: boolean) =>
			openDevice(join(folder, name), keys, site, hasLock);
		await tellLock(() => open('locked', true));
		await tell(await open('frozen'), 'frozen page back in attract', 75, freeze);
		await tell(await open('crashed'), 'crashed page back in attract', 10, crash);
		const bad = join(folder, 'bad');
		await cp(site, bad, { recursive: true });
		await breakScript(bad);
		await tellRelease(await open('updated'), bad);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

const began = () => performance.now();
const secondsSince = (time: number) => ((performance.now() - time) / 1000).toFixed(1);
const plant = (page: Page) => page.evaluate(() => Object.assign(window, { planted: true }));

/** It never comes back to whoever asked. */
async function freeze(page: Page): Promise<void> {
	void page.evaluate('for (;;);').catch(() => undefined);
}

async function crash(page: Page): Promise<void> {
	const cdp = await page.context().newCDPSession(page);
	void cdp.send('Page.crash').catch(() => undefined);
}

async function tellLock(open: () => Promise<BenchDevice>): Promise<void> {
	const device = await open();
	const time = began();
	await device.inAttract();
	console.log(`lock of a foreign host in the profile: in attract after ${secondsSince(time)} s`);
	await device.close();
}

async function tell(
	device: BenchDevice,
	name: string,
	most: number,
	harm: (page: Page) => Promise<void>,
): Promise<void> {
	const page = await device.inAttract();
	await plant(page);
	const time = began();
	await harm(page);
	await device.inAttract();
	console.log(`${name}: ${secondsSince(time)} s (at most ${most})`);
	await device.close();
}

async function tellRelease(device: BenchDevice, bad: string): Promise<void> {
	const { releases } = device;
	await plant(await device.inAttract());
	const before = releases.shown()?.id;
	const id = await device.publish(bad);
	// Staff need not wait for a quiet moment.
	await releases.updateNow();
	await until(() => releases.shown()?.id === id);
	const time = began();
	await until(() => releases.shown()?.id === before);
	console.log(`bad release rolled back: ${secondsSince(time)} s (at most 90)`);
	await device.inAttract();
	console.log(`and its page in attract again: ${secondsSince(time)} s`);
	await device.close();
}

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await new Promise((done) => setTimeout(done, 50));
}
