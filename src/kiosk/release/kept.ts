import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { exists } from '../../lib/server/content/exists.ts';
import { syncFolder } from '../durable.ts';
import { releaseSchema, type Release } from './format.ts';
import { complete, placesIn, releaseName } from './layout.ts';

/** A whole release on this device. */
export interface Kept {
	folder: string;
	release: Release;
}

/** The newest first. */
export async function keptIn(root: string): Promise<Kept[]> {
	const { releases } = placesIn(root);
	const names = (await readdir(releases)).filter((name) => !name.startsWith('.'));
	const all = await Promise.all(names.map((name) => readKept(join(releases, name))));
	return all
		.filter((kept) => kept !== undefined)
		.sort((a, b) => (a.release.made < b.release.made ? 1 : -1));
}

/** Its signature was verified before it was kept, perhaps by a key that has been replaced since. */
async function readKept(folder: string): Promise<Kept | undefined> {
	if (!(await exists(join(folder, complete)))) return undefined;
	try {
		const text = await readFile(join(folder, releaseName), 'utf8');
		return { folder, release: v.parse(releaseSchema, JSON.parse(text)) };
	} catch {
		return undefined;
	}
}

/** Ends what a power cut left half done: what is whole gets its name, what is not goes. */
export async function tidy(root: string): Promise<void> {
	const { releases } = placesIn(root);
	for (const name of await readdir(releases)) {
		const folder = join(releases, name);
		const target = join(releases, name.replace(/^\.staging-/, ''));
		const isWhole = (await readKept(folder)) !== undefined;
		if (folder === target && isWhole) continue;
		if (isWhole && !(await exists(target))) await rename(folder, target);
		else await discard(folder);
	}
	await syncFolder(releases);
}

/** Removes a release so that no moment of it looks whole. */
export async function discard(folder: string): Promise<void> {
	await rm(join(folder, complete), { force: true });
	if (await exists(folder)) await syncFolder(folder);
	await rm(folder, { recursive: true, force: true });
}
