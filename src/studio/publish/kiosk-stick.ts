import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { acceptRelease } from '../../kiosk/release/accept.ts';
import type { Release, ReleaseFile } from '../../kiosk/release/format.ts';
import { releaseName } from '../../kiosk/release/layout.ts';
import { makeRelease } from '../../kiosk/release/make.ts';
import { Refusal } from '../../vite/refusal.ts';
import { ownNames } from '../../kiosk/release/index-file.ts';
import { listName } from '../../vite/made.ts';
import { halfWay } from './failures.ts';
import type { Chosen } from './settings.ts';
import { hashedFiles } from './site.ts';
import type { Done } from './to-place.ts';

/** Ids of the photos in the release on a stick; none where there is none that was signed with this key. */
export async function photosOnStick(folder: string, key: KeyObject): Promise<Set<string>> {
	const release = await releaseOn(folder, key);
	return new Set(release?.photos.map(({ id }) => id));
}

/**
 * Makes the release of a build for kiosks, and removes the build. Files on the stick are named by
 * their content: those that are there already stay, and the lists are replaced last.
 */
export async function toStick(
	folder: string,
	build: string,
	key: KeyObject,
	{ dryRun, onProgress }: Chosen,
): Promise<Done> {
	const before = await releaseOn(folder, key);
	try {
		const files = await hashedFiles(build, [...ownNames, listName]);
		if (!dryRun) {
			onProgress?.({ done: 0, of: 1, says: folder });
			await makeRelease({ build, folder, key, now: new Date().toISOString() });
			onProgress?.({ done: 1, of: 1, says: folder });
		}
		return difference(before?.files ?? [], files);
	} catch (error) {
		throw halfWay(error, 0, 1);
	} finally {
		// What is withdrawn one day is not to lie here until then.
		await rm(build, { recursive: true, force: true });
	}
}

function difference(before: readonly ReleaseFile[], files: readonly ReleaseFile[]): Done {
	const [old, now] = [before, files].map((all) => new Set(all.map(({ sha256 }) => sha256)));
	const put = files.filter(({ sha256 }) => !old!.has(sha256));
	const removed = before.filter(({ sha256 }) => !now!.has(sha256));
	return {
		put: put.map(({ path }) => path),
		removed: removed.map(({ path }) => path),
		bytes: put.reduce((sum, { bytes }) => sum + bytes, 0),
	};
}

async function releaseOn(folder: string, key: KeyObject): Promise<Release | undefined> {
	// A release for a stick that was pulled out is not to land on this computer.
	if (!(await stat(folder).catch(() => undefined))?.isDirectory())
		throw new Refusal(`there is no folder ${folder}`, 'put the stick in', 1);
	const text = await readFile(join(folder, releaseName), 'utf8').catch(() => undefined);
	try {
		return text === undefined ? undefined : acceptRelease(text, createPublicKey(key));
	} catch (error) {
		// What others signed says nothing of this exhibition.
		if (error instanceof Refusal) return undefined;
		throw error;
	}
}
