import { join } from 'node:path';
import type { Release, ReleaseFile } from './format.ts';
import { goneFrom, type Gone } from './gone.ts';
import type { Kept } from './kept.ts';
import { siteIn } from './layout.ts';

/** One content, and all its names in the release. */
export interface Item {
	file: ReleaseFile;
	paths: string[];
	/** A file on this device that ought to have it. */
	there?: string;
}

/** What it takes to have a release here. What is gone is not fetched at all. */
export function planStage(release: Release, kept: readonly Kept[], gone: Gone): Item[] {
	const there = new Map(kept.flatMap((one) => filesOf(one, gone)));
	const items = new Map<string, Item>();
	for (const file of stillIn(release, gone)) {
		const { sha256, path } = file;
		const item = items.get(sha256) ?? { file, paths: [], there: there.get(sha256) };
		item.paths.push(path);
		items.set(sha256, item);
	}
	return [...items.values()];
}

/** The files that a release has on this device. */
export function stillIn(release: Release, gone: Gone): ReleaseFile[] {
	const absent = goneFrom(release, gone);
	return release.files.filter(({ path }) => !absent.has(path));
}

/** For fetching, in bytes. */
export function toFetch(items: readonly Item[]): number {
	return items.reduce((sum, { file, there }) => sum + (there === undefined ? file.bytes : 0), 0);
}

function filesOf({ folder, release }: Kept, gone: Gone): [string, string][] {
	return stillIn(release, gone).map(({ sha256, path }) => [sha256, join(siteIn(folder), path)]);
}
