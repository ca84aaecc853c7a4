import { link, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { concurrently } from '../../lib/server/content/concurrent.ts';
import { hashFile } from '../../lib/server/content/hash.ts';
import { Refusal } from '../../vite/refusal.ts';
import { syncFolder, writeDurably } from '../durable.ts';
import type { Release } from '../release/format.ts';
import type { Gone } from '../release/gone.ts';
import { discard, type Kept } from '../release/kept.ts';
import { complete, placesIn, releaseName, siteIn } from '../release/layout.ts';
import { planStage, toFetch, type Item } from '../release/plan-stage.ts';
import { fetchFile } from './fetch-file.ts';
import type { Source } from './source.ts';

export interface Staging {
	root: string;
	release: Release;
	/** The bytes of its `release.json`. */
	text: string;
	source: Source;
	kept: readonly Kept[];
	gone: Gone;
	/** Free space where the releases lie, in bytes. */
	free?: (folder: string) => Promise<number>;
	open?: typeof open;
}

/** Of what is fetched: a disk that is filled to the brim keeps no counts. */
const spare = 1.2;
const transfers = 3;

/**
 * Brings a release onto this device, beside those that are there. After an interruption of the line it
 * goes on where it was; a full disk is freed of it.
 *
 * @throws {Refusal} for too little space, a wrong hash, a source that cannot be reached
 */
export async function stage(staging: Staging): Promise<void> {
	const { root, release, kept, gone } = staging;
	const places = placesIn(root);
	const folder = places.staging(release.id);
	await discardOthers(root, folder);
	const items = planStage(release, kept, gone);
	await refuseTooLittle(staging, toFetch(items), folder);
	try {
		await fill(staging, items, folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOSPC') await discard(folder);
		throw error;
	}
	await rename(folder, places.release(release.id));
	await syncFolder(places.releases);
}

async function fill(staging: Staging, items: readonly Item[], folder: string): Promise<void> {
	const { release, text, open: opening = open } = staging;
	await mkdir(partsIn(folder), { recursive: true });
	for (const path of foldersOf(items)) await mkdir(join(siteIn(folder), path), { recursive: true });
	await concurrently(transfers, items, (item) => bring(staging, item, folder));
	await rm(partsIn(folder), { recursive: true });
	const disk = { open: opening, rename, rm };
	await writeDurably(join(folder, releaseName), text, disk);
	await syncFolders(siteIn(folder));
	await writeDurably(join(folder, complete), `${release.id}\n`, disk);
}

/** A file that is damaged here is fetched anew. */
async function bring(
	staging: Staging,
	{ file, paths, there }: Item,
	folder: string,
): Promise<void> {
	const isThere = there !== undefined && (await hashFile(there).catch(() => '')) === file.sha256;
	const from = isThere ? there : join(partsIn(folder), file.sha256);
	if (!isThere) await fetchFile(staging.source, file, from, staging.open);
	for (const path of paths) await linkOnce(from, join(siteIn(folder), path));
}

async function linkOnce(from: string, to: string): Promise<void> {
	try {
		await link(from, to);
	} catch (error) {
		// An earlier attempt came as far as this.
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
}

async function refuseTooLittle(
	{ root, free = freeIn }: Staging,
	bytes: number,
	folder: string,
): Promise<void> {
	const parts = (await readdir(partsIn(folder)).catch(() => [])).map((name) =>
		stat(join(partsIn(folder), name)),
	);
	const have = (await Promise.all(parts)).reduce((sum, { size }) => sum + size, 0);
	const needed = Math.max(bytes - have, 0) * spare;
	const there = await free(root);
	if (needed <= there) return;
	const message = `the update needs ${megabytes(needed)} of space, and ${megabytes(there)} are free`;
	throw new Refusal(message, 'make room on the disk of the device', 1);
}

async function freeIn(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}

function megabytes(bytes: number): string {
	return `${Math.ceil(bytes / 1e6)} MB`;
}

/** What was begun of another release takes the room of this one. */
async function discardOthers(root: string, folder: string): Promise<void> {
	const { releases } = placesIn(root);
	const names = (await readdir(releases)).filter((name) => name.startsWith('.staging-'));
	for (const name of names)
		if (join(releases, name) !== folder) await discard(join(releases, name));
}

function partsIn(folder: string): string {
	return join(folder, 'parts');
}

function foldersOf(items: readonly Item[]): Set<string> {
	return new Set(items.flatMap(({ paths }) => paths.map((path) => dirname(path))));
}

async function syncFolders(folder: string): Promise<void> {
	const entries = await readdir(folder, { withFileTypes: true });
	for (const entry of entries) if (entry.isDirectory()) await syncFolders(join(folder, entry.name));
	await syncFolder(folder);
}
