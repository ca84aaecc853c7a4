import { join } from 'node:path';
import { hashFile } from '../../lib/server/content/hash.ts';
import type { ReleaseFile } from './format.ts';
import type { Gone } from './gone.ts';
import type { Kept } from './kept.ts';
import { siteIn } from './layout.ts';
import { stillIn } from './plan-stage.ts';

/** Of the files, each time: all of them are looked at in a hundred nights. */
const share = 0.01;

/**
 * Compares the next files with their hashes: memory cards forget.
 *
 * @param after the path that was looked at last
 * @returns those that are damaged or missing, and the path to go on after
 */
export async function scrub({ folder, release }: Kept, gone: Gone, after: string) {
	const files = stillIn(release, gone).sort((a, b) => (a.path < b.path ? -1 : 1));
	const count = Math.ceil(files.length * share);
	const first = Math.max(
		0,
		files.findIndex(({ path }) => path > after),
	);
	const looked = [...files.slice(first), ...files].slice(0, count);
	const damaged: ReleaseFile[] = [];
	for (const file of looked) {
		const hash = await hashFile(join(siteIn(folder), file.path)).catch(() => '');
		if (hash !== file.sha256) damaged.push(file);
	}
	return { damaged, after: looked.at(-1)?.path ?? '' };
}
