import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { kioskd, type Kioskd } from '../../src/kiosk/server/main.ts';
import { hashPin } from '../../src/kiosk/server/pin.ts';
import { launch, watchedPage, type Watched } from './browser.ts';
import { kioskSite } from './sample.ts';

export const pin = '246810';
/** A 43-inch screen, upright. */
export const upright = { width: 1080, height: 1920 };
export const panel = { width_mm: 535, height_mm: 952, bottom_mm: 800, distance_mm: 700 };

/** kioskd with the sample, and a browser. */
export interface Hall {
	browser: Browser;
	kioskd: Kioskd;
	folder: string;
	address: string;
	/** A page in a context of its own, that is in attract. */
	screen(
		options?: BrowserContextOptions,
		prepare?: (page: Page) => Promise<unknown>,
	): Promise<Watched>;
}

/** For all tests of a file: its fields are there as soon as one runs. */
export function visitHall(device: object = {}): Hall {
	const hall = { screen } as Hall;
	beforeAll(async () => {
		hall.folder = await mkdtemp(join(tmpdir(), 'nigoh-hall-'));
		const config = join(hall.folder, 'kiosk.json');
		await writeFile(config, JSON.stringify({ panel, pin: await hashPin(pin), ...device }));
		hall.kioskd = await kioskd({
			...{ data: join(hall.folder, 'data'), config, site: kioskSite(), port: 0 },
			browsers: idle,
			system: async () => {},
			say: () => {},
		});
		hall.address = `http://127.0.0.1:${hall.kioskd.port}/`;
		hall.browser = await launch();
	});
	afterAll(async () => {
		await hall.browser?.close();
		await hall.kioskd?.close();
		await rm(hall.folder, { recursive: true, force: true });
	});

	async function screen(
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
		await attract(watched.page).waitFor();
		return watched;
	}
	return hall;
}

/** The tests hold the browser. */
const idle = {
	isRunning: async () => true,
	restart: async () => {},
	pssMb: async () => undefined,
	exit: async () => {},
};

export const attract = (page: Page) => page.locator('.attract button').first();
export const controls = (page: Page) => page.locator('.controls');
export const warning = (page: Page) => page.locator('dialog[aria-labelledby=still]');
export const code = (page: Page) => page.locator('.home');
export const viewer = (page: Page) => page.locator('dialog.viewer[open]');

/** The first touch, on the line of a language. */
export async function enter(page: Page, lang: string): Promise<void> {
	await page.locator(`.attract button[lang=${lang}]`).tap();
	await page.waitForURL(`**/${lang}/`);
	await controls(page).waitFor();
}

export async function openGallery(page: Page, gallery = 'road'): Promise<void> {
	await page.locator(`main a[href*="galleries/${gallery}/"]:not(.cover)`).first().tap();
	await page.waitForURL(`**/galleries/${gallery}/`);
}

export async function openPhoto(page: Page, at = 0): Promise<void> {
	await page.locator('main a[data-photo] img').nth(at).tap();
	await viewer(page).waitFor();
}

export async function startAgain(page: Page): Promise<void> {
	await page.locator('.controls .again').tap();
	await attract(page).waitFor();
}
