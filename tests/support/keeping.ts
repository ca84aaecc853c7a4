import { spawn } from 'node:child_process';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from './browser.ts';

/**
 * Names of the caches of a page's host, and the paths in each. Not for a cache that is about to be deleted: to look into
 * it makes it anew.
 */
export function cachesOf(page: Page): Promise<Record<string, string[]>> {
	return page.evaluate(async () => {
		const names = await caches.keys();
		const contents = names.map(async (name) => {
			const requests = await (await caches.open(name)).keys();
			return [name, requests.map(({ url }) => new URL(url).pathname).sort()] as const;
		});
		return Object.fromEntries(await Promise.all(contents));
	});
}

export const cacheNames = (page: Page): Promise<string[]> =>
	page.evaluate(async () => (await caches.keys()).sort());

/** Those of some paths that are kept; no cache is made by looking. */
export function keptOf(
	page: Page,
	paths: readonly string[],
	cacheName?: string,
): Promise<string[]> {
	return page.evaluate(
		async ({ paths, cacheName }) => {
			const options = cacheName === undefined ? {} : { cacheName };
			const found = await Promise.all(paths.map((path) => caches.match(path, options)));
			return paths.filter((_, at) => found[at]);
		},
		{ paths, cacheName },
	);
}

export function mediaOf(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const requests = await (await caches.open('/media')).keys();
		const paths = requests.map(({ url }) => new URL(url).pathname).sort();
		return paths.filter((path) => path.startsWith('/media/'));
	});
}

/** The version that the worker shows under a name. */
export function versionOf(page: Page, name: string): Promise<string | undefined> {
	return page.evaluate(async (path) => {
		const found = await caches.match(`/.offline/kept/${path}`);
		return found && ((await found.json()) as { version: string }).version;
	}, name);
}

export const workers = (page: Page): Promise<number> =>
	page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** What goes wrong on a page from now on. */
export function faultsOf(page: Page): string[] {
	const faults: string[] = [];
	page.on('requestfailed', (request) => {
		// One that a page had not got yet when it was left.
		const reason = request.failure()?.errorText;
		if (reason !== 'net::ERR_ABORTED') faults.push(`${reason}: ${request.url()}`);
	});
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(message.text());
	});
	page.on('response', (response) => {
		if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
	});
	return faults;
}

/** As a link on the page does. */
export async function follow(page: Page, path: string): Promise<void> {
	await page.evaluate((href) => {
		const link = document.createElement('a');
		link.href = href;
		document.querySelector('main')?.append(link);
		link.click();
		link.remove();
	}, path);
	await page.waitForFunction((there) => location.pathname === there, path);
}

/** Addresses of pictures on the page that cannot be shown; they are waited for. */
export function unshown(page: Page, which = 'main img'): Promise<string[]> {
	return page.evaluate(async (selector) => {
		const images = [...document.querySelectorAll<HTMLImageElement>(selector)];
		const results = images.map(async (image) => {
			image.loading = 'eager';
			await image.decode().catch(() => undefined);
			// What stands for a missing picture has a size too.
			const answer = await fetch(image.currentSrc).catch(() => undefined);
			const isAvif = answer?.headers.get('content-type') === 'image/avif';
			return isAvif && image.naturalWidth > 0 ? [] : [image.currentSrc];
		});
		return (await Promise.all(results)).flat();
	}, which);
}

/** A browser that can be killed, and finds again what it kept in its folder. */
export async function mortal(folder: string): Promise<{ browser: Browser; kill(): Promise<void> }> {
	const child = spawn(
		chromiumPath() ?? 'chromium',
		[
			...['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run'],
			...['--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'],
		],
		{ detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
	);
	const ended = new Promise<void>((done) => child.once('exit', () => done()));
	const address = await new Promise<string>((done, fail) => {
		let said = '';
		child.once('exit', () => fail(new Error(`the browser has ended: ${said}`)));
		child.stderr.on('data', (data: Buffer) => {
			said += String(data);
			const [, found] = /listening on (ws:\S+)/.exec(said) ?? [];
			if (found) done(found);
		});
	});
	const browser = await chromium.connectOverCDP(address);
	const kill = async () => {
		if (child.pid) process.kill(-child.pid, 'SIGKILL');
		await ended;
	};
	return { browser, kill };
}
