import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serve, type Served } from '../../src/vite/serve.ts';
import { launch } from './browser.ts';
import { sampleSite } from './sample.ts';

/** The sample, served at a root, and a browser. */
export interface Visit {
	browser: Browser;
	served: Served;
}

/** For all tests of a file: its fields are there as soon as one runs. */
export function visitSample(): Visit {
	const visit = {} as Visit;
	beforeAll(async () => {
		visit.browser = await launch();
		visit.served = await serve(sampleSite(), 0);
	});
	afterAll(async () => {
		await visit.browser?.close();
		await visit.served?.close();
	});
	return visit;
}
