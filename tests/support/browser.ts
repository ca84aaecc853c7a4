import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import AxeBuilder from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Chromium without a window around its pages: twice as quick. */
const shell = 'chromium-headless-shell';

/** The system's Chromium: CHROMIUM, or the first on the path. */
export function chromiumPath(wanted: readonly string[] = names): string | undefined {
	if (process.env.CHROMIUM) return process.env.CHROMIUM;
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.flatMap((folder) => wanted.map((name) => join(folder, name))).find(existsSync);
}

const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** The browser, and what it is started with everywhere. */
export function browserCommand(): [command: string, ...flags: string[]] {
	const command = chromiumPath([shell]) ?? chromiumPath();
	if (!command) throw new Error('there is no Chromium: run `npm test`, which sets it up');
	return [command, ...flags];
}

/** Milliseconds. A busy machine takes longer than Playwright's 30 s; below a test's own time, which says nothing of where. */
const longestWait = 100_000;

/** @param more flags, as of a kiosk */
export async function launch(...more: string[]): Promise<Browser> {
	const [executablePath, ...args] = browserCommand();
	const browser = await chromium.launch({ executablePath, args: [...args, ...more] });
	return browser.on('context', (context) => context.setDefaultTimeout(longestWait));
}

export interface Watched {
	page: Page;
	/** Console errors, exceptions, failed requests and requests to other hosts since the beginning. */
	faults: string[];
	/** Addresses of the pictures that were asked for. */
	pictures: string[];
}

/** A page that notes what must not happen. */
export async function watchedPage(context: BrowserContext, origin: string): Promise<Watched> {
	const page = await context.newPage();
	const faults: string[] = [];
	const pictures: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
	page.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(origin) && !url.startsWith('data:')) faults.push(`other host: ${url}`);
		if (url.includes('/media/')) pictures.push(url);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
	});
	return { page, faults, pictures };
}

/** What axe finds wrong with a page, as one line a violation. */
export async function axe(page: Page): Promise<string[]> {
	await page.evaluate(AxeBuilder.source);
	return page.evaluate(async () => {
		const { axe } = globalThis as unknown as { axe: typeof AxeBuilder };
		const { violations } = await axe.run(document, { resultTypes: ['violations'] });
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
	});
}
