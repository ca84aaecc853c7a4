import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { studio } from '../../../src/studio/server/main.ts';
import { chosen } from '../site.ts';
import { launch, watchedPage } from '../browser.ts';
import { checkout } from '../corpus.ts';
import { appThere } from './app-there.ts';

export interface OpenedStudio {
	/** The content folder: a copy of the sample. */
	folder: string;
	/** With the token: what the command prints. */
	readonly address: string;
	/** Without it. */
	readonly origin: string;
	browser: Browser;
	/** A window at an address of the desk; `faults` are what must not happen. */
	open(hash: string, options?: BrowserContextOptions): Promise<{ page: Page; faults: string[] }>;
	/** File names of a gallery's photos, in the order of its file. */
	order(gallery: string): Promise<string[]>;
	/** Ends the studio and starts it anew, as on another day; windows do not outlive that. */
	restart(): Promise<void>;
	close(): Promise<void>;
}

/** The studio with the sample on its desk, and a browser. */
export async function openStudio(): Promise<OpenedStudio> {
	return studioOn(await sampleCopy());
}

/** A copy of the sample that may be changed. */
export async function sampleCopy(): Promise<string> {
	const folder = join(await mkdtemp(join(tmpdir(), 'nigoh-desk-')), 'photos');
	await cp(join(checkout, 'photos'), folder, {
		recursive: true,
		filter: (path) => !path.includes('.exhibition'),
	});
	return folder;
}

/**
 * @param folder where the exhibition lies, or will lie
 * @param isOpen false: the curator is asked first
 */
export async function studioOn(folder: string, isOpen = true): Promise<OpenedStudio> {
	const site = await appThere();
	const given = chosen(folder, `${folder}-out`);
	const start = (isThere: boolean) =>
		studio({ given, site, ...(isThere ? { exhibition: folder } : {}) });
	let served = await start(isOpen);
	const browser = await launch();
	const originNow = () => new URL(served.address).origin;
	return {
		...{ folder, browser },
		get address() {
			return served.address;
		},
		get origin() {
			return originNow();
		},
		async open(hash, options = {}) {
			const context = await browser.newContext({
				viewport: { width: 1280, height: 900 },
				locale: 'en',
				...options,
			});
			const watched = await watchedPage(context, originNow());
			await watched.page.goto(served.address);
			await watched.page.locator('main h1').first().waitFor();
			await watched.page.goto(`${originNow()}/${hash}`);
			await watched.page.locator('main h1').first().waitFor();
			return watched;
		},
		async order(gallery) {
			const text = await readFile(join(folder, gallery, 'gallery.yaml'), 'utf8');
			return [...text.matchAll(/- file: (\S+)\.jpg/g)].map(([, name = '']) => name);
		},
		async restart() {
			await served.close();
			served = await start(true);
		},
		async close() {
			await browser.close();
			await served.close();
			// A picture may still be on its way to the disk.
			await rm(folder, { recursive: true, force: true, maxRetries: 10 });
		},
	};
}
