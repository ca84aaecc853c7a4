import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { checkout } from './corpus.ts';
import { hallOf } from './sample-hall.ts';
import { buildQuietly, chosen } from './site.ts';

declare module 'vitest' {
	interface ProvidedContext {
		sampleSite: string;
		/** The sample as a hall has it, and published. */
		kioskSite: string;
	}
}

/** Builds the sample once for all tests that look at it in a browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = await mkdtemp(join(tmpdir(), 'nigoh-sample-'));
	const site = join(folder, 'site');
	await buildQuietly(chosen(join(checkout, 'photos'), site));
	project.provide('sampleSite', site);
	project.provide('kioskSite', await hallOf(folder));
	return () => rm(folder, { recursive: true, force: true });
}
