import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { steadyCode } from '../../src/kiosk/server/chromium.ts';
import { kioskd, type Kioskd } from '../../src/kiosk/server/main.ts';
import type { KioskdOptions } from '../../src/kiosk/server/options.ts';
import { hashPin } from '../../src/kiosk/server/pin.ts';
import { launch, watchedPage, type Watched } from './browser.ts';

export const pin = '246810';
/** A 43-inch screen, upright. */
export const upright = { width: 1080, height: 1920 };
export const panel = { width_mm: 535, height_mm: 952, bottom_mm: 800, distance_mm: 700 };

/** kioskd with a site, and a browser. */
export interface Hall {
	browser: Browser;
	kioskd: Kioskd;
	folder: string;
	address: string;
	/** kioskd goes down. */
	stop(): Promise<void>;
	/** It comes back at the same address. */
	start(): Promise<void>;
	restart(): Promise<void>;
	/** A page in a context of its own, that is in attract. */
	screen(
		options?: BrowserContextOptions,
		prepare?: (page: Page) => Promise<unknown>,
	): Promise<Watched>;
	close(): Promise<void>;
}

/**
 * @param site undefined: kioskd shows the releases that it keeps
 * @param device more for its `kiosk.json`
 */
export async function openHall(
	site: string | undefined,
	device: object = {},
	more: Partial<KioskdOptions> = {},
): Promise<Hall> {
	const folder = await mkdtemp(join(tmpdir(), 'nigoh-hall-'));
	const config = join(folder, 'kiosk.json');
	await writeFile(config, JSON.stringify({ panel, pin: await hashPin(pin), ...device }));
	const start = (port = 0) =>
		kioskd({
			...{ data: join(folder, 'data'), config, site, port },
			browsers: idle,
			system: async () => {},
			say: () => {},
			...more,
		});
	const first = await start();
	const hall: Hall = {
		...{ kioskd: first, folder, address: `http://127.0.0.1:${first.port}/` },
		browser: await launch(steadyCode),
		screen: (options, prepare) => screenOf(hall, options, prepare),
		stop: () => hall.kioskd.close(),
		async start() {
			hall.kioskd = await start(first.port);
		},
		async restart() {
			await hall.stop();
			await hall.start();
		},
		async close() {
			await hall.browser.close();
			await hall.kioskd.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
	return hall;
}

async function screenOf(
	hall: Hall,
	options: BrowserContextOptions = {},
	prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<Watched> {
	const context = await hall.browser.newContext({
		viewport: upright,
		hasTouch: true,
		reducedMotion: 'reduce',
		...options,
	});
	const watched = await watchedPage(context, hall.address);
	await prepare(watched.page);
	await watched.page.goto(`${hall.address}kiosk/`);
	await watched.page.locator('.attract button').first().waitFor();
	return watched;
}

/** The tests hold the browser. */
const idle = {
	isRunning: async () => true,
	restart: async () => {},
	pssMb: async () => undefined,
	exit: async () => {},
};
