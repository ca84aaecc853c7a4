import { readFileSync, statSync, utimesSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeWhole } from '../content/write.ts';

const dayMs = 86_400_000;
/** What no build has used for so long is removed. */
const keptDays = 60;

/** What is known of one photo's files: the mean colour of its pixels, and the bytes of each file by name. */
export interface Manifest {
	colour: string;
	bytes: Readonly<Record<string, number>>;
}

/** What names a safe master: SHA-256 of its source in hex, and the hash of what was done to that. */
export interface MasterName {
	source: string;
	key: string;
}

/** Where a finished file lies in the cache. */
export function cachePath(cache: string, name: string): string {
	return join(cache, 'media', name.slice(0, 2), name);
}

/** By source, so that everything which was ever made of one can be found and removed. */
function sourceFolder(cache: string, source: string): string {
	return join(cache, 'masters', source.slice(0, 2), source);
}

function manifestPath(cache: string, { source, key }: MasterName): string {
	return join(sourceFolder(cache, source), `${key}.json`);
}

/** What was made of a master before; undefined where nothing was. Notes that it is still in use. */
export function readManifest(cache: string, master: MasterName): Manifest | undefined {
	const path = manifestPath(cache, master);
	try {
		const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
		stamp(path, statSync(path).mtimeMs);
		return manifest;
	} catch {
		return undefined;
	}
}

/** Notes what has been made of a master; comes last, so that only finished files are ever named. */
export async function writeManifest(
	cache: string,
	master: MasterName,
	manifest: Manifest,
): Promise<void> {
	await writeWhole(manifestPath(cache, master), JSON.stringify(manifest));
}

/**
 * Is the file there as it was written? Each is written under another name and renamed, and its size is
 * noted, so that one which was cut short by a bad disk or a bad copy is made again.
 */
export function isKept(cache: string, name: string, manifest: Manifest | undefined): boolean {
	const bytes = manifest?.bytes[name];
	if (bytes === undefined) return false;
	const path = cachePath(cache, name);
	const found = statSync(path, { throwIfNoEntry: false });
	if (found?.size !== bytes) return false;
	stamp(path, found.mtimeMs);
	return true;
}

/** Notes once a day that a file is in use. A cache that may only be read is used without a note. */
function stamp(path: string, mtimeMs: number): void {
	const now = new Date();
	if (now.getTime() - mtimeMs <= dayMs) return;
	try {
		utimesSync(path, now, now);
	} catch {
		return;
	}
}

/** Is there a file with something in it? For files that no manifest names. */
export async function isWhole(path: string): Promise<boolean> {
	return stat(path).then(
		({ size }) => size > 0,
		() => false,
	);
}

/** Writes a finished file, read-only: links to it lie in published sites. */
export async function keep(cache: string, name: string, data: Buffer): Promise<void> {
	await writeWhole(cachePath(cache, name), data, 0o444);
}

/** Every file that was ever made of a source and is still known. */
export async function namesMade(cache: string, source: string): Promise<string[]> {
	const folder = sourceFolder(cache, source);
	const manifests = await readdir(folder).catch(() => []);
	return manifests.flatMap((name) => namesIn(join(folder, name)));
}

/**
 * Removes every file that was made of a source, but for some of its masters: after a redaction the open
 * picture must be nowhere, nor anything of a withdrawn one.
 *
 * @param kept keys
 * @returns the number of pictures' files
 */
export async function forget(
	cache: string,
	source: string,
	kept: ReadonlySet<string> = new Set(),
): Promise<number> {
	const folder = sourceFolder(cache, source);
	let removed = 0;
	for (const name of await readdir(folder).catch(() => [])) {
		if (kept.has(name.replace('.json', ''))) continue;
		const path = join(folder, name);
		const files = namesIn(path);
		for (const file of files) await rm(cachePath(cache, file), { force: true });
		// Last, so that what was interrupted is found again.
		await rm(path, { force: true });
		removed += files.length;
	}
	return removed;
}

/**
 * Removes what no build has used for long, and what an interrupted one left: files that no manifest
 * names, a day after they were written, for another build may be about to name them.
 *
 * @returns the number of pictures' files
 */
export async function prune(cache: string, now = Date.now()): Promise<number> {
	const named = new Set<string>();
	for (const path of await filesBelow(join(cache, 'masters'))) {
		const age = await ageOf(path, now);
		if (age > keptDays * dayMs || (path.endsWith('.tmp') && age > dayMs))
			await rm(path, { force: true });
		else for (const name of namesIn(path)) named.add(name);
	}
	let removed = 0;
	for (const path of await filesBelow(join(cache, 'media'))) {
		const name = basename(path);
		// A manifest still names what was made by settings that nobody uses any more.
		const kept = named.has(name) ? keptDays * dayMs : dayMs;
		if ((await ageOf(path, now)) <= kept) continue;
		await rm(path, { force: true });
		if (!name.endsWith('.tmp')) removed++;
	}
	return removed;
}

function namesIn(path: string): string[] {
	try {
		return Object.keys((JSON.parse(readFileSync(path, 'utf8')) as Manifest).bytes);
	} catch {
		return [];
	}
}

async function ageOf(path: string, now: number): Promise<number> {
	return stat(path).then(
		({ mtimeMs }) => now - mtimeMs,
		() => 0,
	);
}

async function filesBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}
