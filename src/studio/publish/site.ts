import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { concurrently } from '../../lib/server/content/concurrent.ts';
import { hashFile } from '../../lib/server/content/hash.ts';
import { filesIn, listName } from '../../vite/made.ts';
import { photoListName, type PhotoList } from '../../vite/photo-list.ts';
import { Refusal } from '../../vite/refusal.ts';
import type { PublishedFile } from './manifest.ts';

/** A build, as it is to be published. */
export interface Site {
	folder: string;
	files: readonly PublishedFile[];
}

/** Hashing waits for the disk. */
const atOnce = 4;

/** @throws {Refusal} where the folder has no build for the web */
export async function readSite(folder: string): Promise<Site> {
	const owners = ownersOf(await photoList(folder));
	const files = await hashedFiles(folder, [listName, photoListName]);
	return { folder, files: files.map((file) => ({ ...file, of: owners.get(file.path) })) };
}

/** Every file of a folder with a hash of its bytes, but those that only a build needs. */
export async function hashedFiles(folder: string, but: readonly string[]) {
	const paths = (await filesIn(folder)).filter((path) => !but.includes(path));
	return concurrently(atOnce, paths, async (path) => {
		const place = join(folder, path);
		const [sha256, { size: bytes }] = await Promise.all([hashFile(place), stat(place)]);
		return { path, sha256, bytes };
	});
}

async function photoList(folder: string): Promise<PhotoList> {
	const text = await readFile(join(folder, photoListName), 'utf8').catch(() => undefined);
	if (text !== undefined) return JSON.parse(text) as PhotoList;
	throw new Refusal(`${folder} has no site for the web`, 'build it with `npm run build`', 1);
}

function ownersOf(list: PhotoList): Map<string, string[]> {
	const owners = new Map<string, string[]>();
	for (const [id, paths] of Object.entries(list)) {
		for (const path of paths) owners.set(path, [...(owners.get(path) ?? []), id]);
	}
	return owners;
}
