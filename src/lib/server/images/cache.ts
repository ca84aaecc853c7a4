import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rendition } from '../../model.ts';
import { writeWhole } from '../content/write.ts';

/** Entries that no build has used for so long are removed. */
const keptDays = 60;

/** Where the file of a rendition lies in the cache. */
export function cachePath(cache: string, name: string): string {
	return join(cache, 'media', name.slice(0, 2), name);
}

/**
 * The bytes of all these files, if every one is there, whole. Each is written under another name and renamed, and its size stands
 * beside it, so that a file which was cut short by a full disk or a bad copy is made again.
 */
export async function cachedBytes(
	cache: string,
	renditions: readonly Rendition[],
): Promise<number | undefined> {
	try {
		const manifest = manifestPath(cache, renditions);
		const sizes = JSON.parse(await readFile(manifest, 'utf8')) as Record<string, number>;
		for (const { name } of renditions) {
			const { size } = await stat(cachePath(cache, name));
			if (size !== sizes[name]) return undefined;
		}
		const now = new Date();
		await utimes(manifest, now, now).catch(() => undefined);
		return renditions.reduce((sum, { name }) => sum + (sizes[name] ?? 0), 0);
	} catch {
		return undefined;
	}
}

/** Is there a file with something in it? */
export async function isWhole(path: string): Promise<boolean> {
	return stat(path).then(
		({ size }) => size > 0,
		() => false,
	);
}

/** Notes that the files of one photo are complete; comes last. */
export async function seal(
	cache: string,
	renditions: readonly Rendition[],
	sizes: Readonly<Record<string, number>>,
): Promise<void> {
	await writeWhole(manifestPath(cache, renditions), JSON.stringify(sizes), 0o644);
}

/** One file for all renditions of a photo: they share the hash in front of the width. */
function manifestPath(cache: string, renditions: readonly Rendition[]): string {
	const key = renditions[0]?.name.replace(/-\d+\.\w+$/, '') ?? 'nothing';
	return `${cachePath(cache, key)}.json`;
}

/** Removes what no build has used for long, and drafts that an interrupted build left. Returns the number of pictures' files. */
export async function prune(cache: string, now = Date.now()): Promise<number> {
	const media = join(cache, 'media');
	let removed = 0;
	for (const folder of await readdir(media).catch(() => [])) {
		const names = await readdir(join(media, folder));
		const stale = new Set<string>();
		for (const name of names.filter((one) => /\.(json|tmp)$/.test(one))) {
			const { mtimeMs } = await stat(join(media, folder, name)).catch(() => ({ mtimeMs: now }));
			const days = name.endsWith('.tmp') ? 1 : keptDays;
			if (now - mtimeMs > days * 86_400_000) stale.add(name.replace(/\.json$/, ''));
		}
		for (const name of names.filter((one) => isOf(one, stale))) {
			await rm(join(media, folder, name), { force: true });
			if (/\.(avif|jpg)$/.test(name)) removed++;
		}
	}
	return removed;
}

function isOf(name: string, keys: ReadonlySet<string>): boolean {
	return keys.has(name) || keys.has(name.replace(/(-\d+\.(avif|jpg)|\.json)$/, ''));
}
