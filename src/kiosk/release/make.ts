import { createPublicKey, type KeyObject } from 'node:crypto';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { concurrently } from '../../lib/server/content/concurrent.ts';
import { exists } from '../../lib/server/content/exists.ts';
import { hashFile } from '../../lib/server/content/hash.ts';
import { filesIn, listName } from '../../vite/made.ts';
import { Refusal } from '../../vite/refusal.ts';
import { writeDurably } from '../durable.ts';
import { acceptRelease, acceptWithdrawn } from './accept.ts';
import type { ReleaseFile } from './format.ts';
import { ownNames, readIndex } from './index-file.ts';
import { offered, releaseName, withdrawnName } from './layout.ts';
import { planRelease, planWithdrawn, type Earlier } from './plan-release.ts';
import { signed } from './signed.ts';

export interface Making {
	build: string;
	/** Of the release; a stick, or what a web server shows. */
	folder: string;
	key: KeyObject;
	/** A folder with an earlier release, beside those that lie next to this one. */
	previous?: string;
	/** ISO 8601. */
	now: string;
}

/**
 * Makes a signed release of a build for kiosks. Whoever reads the folder meanwhile finds the old
 * release or the new one, whole: files are named by their content, and the lists are replaced last.
 */
export async function makeRelease({ build, folder, key, previous, now }: Making) {
	const index = await readIndex(build);
	const earlier = await earlierThan(folder, previous, createPublicKey(key));
	const release = planRelease(await hashed(build), index, earlier, now);
	const withdrawn = planWithdrawn(release, index, earlier);
	const text = signed(release, key);
	// What no device would take is not made.
	acceptRelease(text, createPublicKey(key));
	await mkdir(folder, { recursive: true });
	await offerFiles(build, folder, release.files);
	await writeDurably(join(folder, withdrawnName), signed(withdrawn, key));
	await writeDurably(join(folder, releaseName), text);
	await removeOthers(folder, release.files);
	return { release, withdrawn };
}

/** Hashing and copying wait for the disk. */
const atOnce = 4;

async function hashed(build: string): Promise<ReleaseFile[]> {
	const inner = new Set([...ownNames, listName]);
	const paths = (await filesIn(build)).filter((path) => !inner.has(path));
	return concurrently(atOnce, paths, async (path) => {
		const file = join(build, path);
		return { path, sha256: await hashFile(file), bytes: (await stat(file)).size };
	});
}

async function offerFiles(
	build: string,
	folder: string,
	files: readonly ReleaseFile[],
): Promise<void> {
	const unique = new Map(files.map((file) => [file.sha256, file]));
	await concurrently(atOnce, [...unique.values()], async ({ path, sha256 }) => {
		const target = join(folder, offered(sha256));
		// What lies there may be damaged: sticks are pulled out.
		if ((await hashFile(target).catch(() => '')) === sha256) return;
		await mkdir(dirname(target), { recursive: true });
		await copyDurably(join(build, path), target);
	});
}

async function copyDurably(from: string, to: string): Promise<void> {
	const draft = `${to}.draft`;
	await copyFile(from, draft);
	const file = await open(draft, 'r+');
	await file.sync().finally(() => file.close());
	await rename(draft, to);
}

/** Above all what was withdrawn. */
async function removeOthers(folder: string, files: readonly ReleaseFile[]): Promise<void> {
	const ours = new Set(files.map(({ sha256 }) => offered(sha256)));
	const all = (await filesIn(join(folder, 'files'))).map((file) => `files/${file}`);
	const others = all.filter((file) => !ours.has(file) && /\/[0-9a-f]{64}(\.draft)?$/.test(file));
	for (const file of others) await rm(join(folder, file));
}

async function earlierThan(
	folder: string,
	previous: string | undefined,
	key: KeyObject,
): Promise<Earlier> {
	if (previous !== undefined && !(await exists(join(previous, releaseName)))) {
		throw new Refusal(`there is no release in ${previous}`, 'name the folder of one', 2);
	}
	const own = previous === undefined ? [folder] : [folder, previous];
	const around = dirname(folder);
	const beside = (await readdir(around).catch(() => [])).map((name) => join(around, name));
	const releases = await readAll([...own, ...beside], releaseName, (text) =>
		acceptRelease(text, key),
	);
	// What lies beside it may be another exhibition, whose photos are named alike.
	const lists = await readAll(own, withdrawnName, (text) => acceptWithdrawn(text, key));
	return { releases, lists };
}

async function readAll<T>(folders: readonly string[], name: string, accept: (text: string) => T) {
	const all = [...new Set(folders)].map(async (folder) => {
		const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
		return text === undefined ? [] : taken(() => accept(text));
	});
	return (await Promise.all(all)).flat() as T[];
}

/** What was signed by others, or for others, says nothing of this exhibition. */
function taken<T>(read: () => T): T[] {
	try {
		return [read()];
	} catch (error) {
		if (error instanceof Refusal) return [];
		throw error;
	}
}
