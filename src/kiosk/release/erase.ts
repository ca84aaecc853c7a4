import { unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../durable.ts';
import { goneFrom, type Gone } from './gone.ts';
import type { Kept } from './kept.ts';
import { siteIn } from './layout.ts';

/**
 * Deletes what is gone from a release. A file has a name in every release that has it, so its bytes
 * are free when it was deleted from all. To be repeated until it has ended once.
 */
export async function eraseGone({ folder, release }: Kept, gone: Gone): Promise<void> {
	const changed = new Set<string>();
	for (const path of goneFrom(release, gone)) {
		const file = join(siteIn(folder), path);
		if (await removed(file)) changed.add(dirname(file));
	}
	for (const one of changed) await syncFolder(one);
}

async function removed(file: string): Promise<boolean> {
	try {
		await unlink(file);
		return true;
	} catch (error) {
		if (/^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return false;
		throw error;
	}
}
