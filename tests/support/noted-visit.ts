import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serve, type Served } from '../../src/vite/serve.ts';
import { launch, watchedPage, type Watched } from './browser.ts';
import { contentFolder, smallPicture, temporaryFolder } from './folder.ts';
import { noted } from './noted.ts';
import { buildQuietly, chosen } from './site.ts';

/** A site with content notes, served, and a browser. */
export interface NotedVisit {
	browser: Browser;
	served: Served;
	/** A page of it, in a context of its own. */
	open(path: string, options?: Parameters<Browser['newContext']>[0]): Promise<Watched>;
}

/** For all tests of a file: its fields are there as soon as one runs. */
export function visitNoted(): NotedVisit {
	const visit = {
		async open(path, options = {}) {
			const { origin } = new URL(visit.served.address);
			const watched = await watchedPage(await visit.browser.newContext(options), origin);
			await watched.page.goto(visit.served.address + path, { waitUntil: 'networkidle' });
			return watched;
		},
	} as NotedVisit;
	beforeAll(async () => {
		visit.browser = await launch();
		const pictures = ['tea', 'fist', 'bread'].map(async (name) => {
			return [`first/${name}.jpg`, await smallPicture(name, 900, 600)] as const;
		});
		const folder = await contentFolder({
			...noted,
			...Object.fromEntries(await Promise.all(pictures)),
		});
		const out = join(await temporaryFolder(), 'build');
		await buildQuietly(chosen(folder, out));
		visit.served = await serve(out, 0);
	});
	afterAll(async () => {
		await visit.browser?.close();
		await visit.served?.close();
	});
	return visit;
}
