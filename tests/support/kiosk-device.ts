import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { makeKeys, privateKeyOf, privateName, publicName } from '../../src/kiosk/release/keys.ts';
import { makeRelease } from '../../src/kiosk/release/make.ts';
import { FakeClock } from '../kiosk/server/kiosk.ts';
import { temporaryFolder } from './folder.ts';
import { openHall, type Hall } from './kiosk-hall.ts';

/** Between two heartbeats, in ms. */
const beat = 15_000;

/** kioskd with signed releases of a site, at a time that stands still, and a page of it. */
export class Device {
	readonly clock = new FakeClock();
	hall!: Hall;
	page!: Page;
	#folder!: string;

	private constructor(readonly site: string) {}

	/** Its first release has proved itself, and its page is in attract. */
	static async open(site: string): Promise<Device> {
		const device = new Device(site);
		device.#folder = await temporaryFolder();
		await makeKeys(device.#in('keys'));
		const publicKey = await readFile(device.#in(join('keys', publicName)), 'utf8');
		const first = await device.publish();
		const settings = { publicKey, sources: [device.#in('release')] };
		const more = { clock: device.clock, browsers: device.#browsers, isSynced: () => true };
		device.hall = await openHall(undefined, settings, more);
		await device.staged(first);
		await device.push(121_000);
		await expect.poll(() => device.release()).toBe(first);
		const { page } = await device.hall.screen({}, (one) => one.clock.install());
		device.page = page;
		await device.pass(60);
		await expect.poll(() => device.kept('probation')).toEqual({ starts: 0 });
		return device;
	}

	/** What it keeps on its disk. */
	get data(): string {
		return join(this.hall.folder, 'data');
	}

	/**
	 * Where devices look, there is now a release of the site as it is after a change.
	 *
	 * @returns its id
	 */
	async publish(change: (build: string) => Promise<unknown> = async () => {}): Promise<string> {
		const build = this.#in('build');
		await rm(build, { recursive: true, force: true });
		await cp(this.site, build, { recursive: true });
		await change(build);
		const key = await privateKeyOf(this.#in(join('keys', privateName)));
		const now = new Date(this.clock.now()).toISOString();
		return (await makeRelease({ build, folder: this.#in('release'), key, now })).release.id;
	}

	/** It looks for releases when it is started, and has this one now. */
	async fetch(id: string): Promise<void> {
		await this.hall.restart();
		await this.staged(id);
	}

	async staged(id: string): Promise<void> {
		await expect.poll(async () => (await this.hall.kioskd.health()).pending).toBe(id);
	}

	/** That is shown. */
	async release(): Promise<string | null> {
		return (await this.hall.kioskd.health()).release;
	}

	/** A file of its state. */
	async kept(name: string): Promise<unknown> {
		const file = join(this.data, 'state', `${name}.json`);
		return JSON.parse(await readFile(file, 'utf8')) as unknown;
	}

	/** So many seconds for the page too, whose heart beats. */
	async pass(seconds: number): Promise<void> {
		for (let left = seconds * 1000; left > 0; left -= beat) {
			const heard = this.page.waitForResponse('**/hb');
			await this.page.clock.fastForward(beat);
			await heard;
			await this.push(beat);
		}
	}

	/** Milliseconds for kioskd alone. */
	async push(ms: number): Promise<void> {
		this.clock.pass(ms);
		await this.hall.kioskd.tick();
	}

	/** Does something that ends with another document in attract. */
	async reloaded(work: () => Promise<unknown>): Promise<void> {
		await this.page.evaluate(() => Object.assign(window, { planted: true }));
		await work();
		await this.page.waitForFunction(
			() => !('planted' in window) && document.querySelector('.attract button'),
		);
	}

	readonly #browsers = {
		isRunning: async () => true,
		// As a new browser does.
		restart: async () => void (await this.page.goto(`${this.hall.address}kiosk/`)),
		pssMb: async () => undefined,
		exit: async () => {},
	};

	#in(name: string): string {
		return join(this.#folder, name);
	}
}
