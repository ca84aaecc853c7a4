import { tmpdir } from 'node:os';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { layRelease } from '../../../src/kiosk/pack/lay-release.ts';
import { privateKeyOf, privateName, publicName } from '../../../src/kiosk/release/keys.ts';
import { makeRelease } from '../../../src/kiosk/release/make.ts';
import { chromiumFlags, pageOf } from '../../../src/kiosk/server/chromium.ts';
import { systemClock } from '../../../src/kiosk/server/clock.ts';
import { DeskBrowser } from '../../../src/kiosk/server/desk-browser.ts';
import { kioskd } from '../../../src/kiosk/server/main.ts';
import type { Releases } from '../../../src/kiosk/server/releases.ts';
import { storedReleases } from '../../../src/kiosk/server/stored.ts';
import { chromiumPath } from '../../support/browser.ts';

/** To run without a glass, and to be looked at from outside. */
const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0'];

/** A kiosk as it hangs there: kioskd, a signed release, and the browser that kioskd looks after. */
export interface BenchDevice {
	releases: Releases;
	/** Makes a release of a build, where the device looks for one. */
	publish(build: string): Promise<string>;
	/** Resolves to the page as soon as it is in attract with a picture, in whatever browser there is. */
	inAttract(): Promise<Page>;
	close(): Promise<void>;
}

/**
 * @param folder new
 * @param keys made by `npm run kiosk:keys`
 * @param hasLock a browser of another host has left its lock in the profile
 */
export async function openDevice(
	folder: string,
	keys: string,
	build: string,
	hasLock = false,
): Promise<BenchDevice> {
	const [made, data, profile] = ['release', 'data', 'profile'].map((name) => join(folder, name));
	const key = await privateKeyOf(join(keys, privateName));
	const publish = async (site: string) => {
		const now = new Date().toISOString();
		return (await makeRelease({ build: site, folder: made!, key, now })).release.id;
	};
	const id = await publish(build);
	await layRelease(made!, join(data!, 'releases', id));
	const publicKey = await readFile(join(keys, publicName), 'utf8');
	const config = join(folder, 'kiosk.json');
	await writeFile(config, JSON.stringify({ publicKey, sources: [made], screen: 'main' }));
	await mkdir(profile!);
	if (hasLock) await symlink('oldhost-4242', join(profile!, 'SingletonLock'));
	const started = await start(data!, config, profile!);
	const eye = new Eye(profile!);
	return {
		releases: started.releases,
		publish,
		inAttract: () => eye.inAttract(),
		close: () => eye.close().then(started.close),
	};
}

const noSticks = {
	mounts: join(tmpdir(), 'no-sticks'),
	report: () => Promise.reject(new Error('there is no stick')),
};

async function start(data: string, config: string, profile: string) {
	let [port, releases] = [0, undefined as Releases | undefined];
	const browser = new DeskBrowser({
		program: chromiumPath() ?? 'chromium',
		flags: () => [...chromiumFlags({ address: pageOf(port, 'main'), profile }), ...flags],
		...{ screen: 'main', profile, clock: systemClock, say: console.error, exited: () => {} },
	});
	const running = await kioskd({
		...{ data, config, port, browsers: browser, say: () => {} },
		releases: async (glass, device) =>
			(releases = await storedReleases(data, glass, device, noSticks)),
		system: async (command, args) => console.error(`in vain: ${command} ${args.join(' ')}`),
	});
	({ port } = running);
	await browser.open();
	const close = async () => {
		browser.close();
		await running.close();
	};
	return { releases: releases!, close };
}

/** Looks at the page of a profile's browser, whichever that is just now. */
class Eye {
	#browser: Browser | undefined;
	constructor(readonly profile: string) {}

	async inAttract(): Promise<Page> {
		for (;;) {
			const page = await this.#look().catch(() => undefined);
			if (page) return page;
			await new Promise((done) => setTimeout(done, 100));
		}
	}

	async #look(): Promise<Page | undefined> {
		if (!this.#browser?.isConnected()) {
			const file = join(this.profile, 'DevToolsActivePort');
			const [port] = (await readFile(file, 'utf8')).split('\n');
			this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 5000 });
		}
		const [page] = this.#browser.contexts().flatMap((context) => context.pages());
		const found = page?.evaluate(() => {
			const picture = document.querySelector<HTMLImageElement>('.attract img');
			return !('planted' in window) && Boolean(picture?.complete && picture.naturalWidth);
		});
		// Nobody answers for a page that is frozen.
		const late = new Promise<false>((done) => setTimeout(done, 1000, false));
		return (await Promise.race([found, late])) ? page : undefined;
	}

	async close(): Promise<void> {
		await this.#browser?.close().catch(() => undefined);
	}
}
