import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Of the curator's desk: what was written before, what was removed, what can be undone. */
export const studioFolder = '.exhibition/studio';

/**
 * Empties what the curator's desk remembers. Earlier texts lie there in pieces, by file and by step, and
 * a removed picture without its entry: who could tell which of it is of one photo? The lock of a studio
 * that runs stays.
 *
 * @returns whether there was anything
 */
export async function forgetStudio(root: string): Promise<boolean> {
	const folder = join(root, studioFolder);
	const names = (await readdir(folder).catch(() => [])).filter((name) => name !== 'lock');
	for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
	return names.length > 0;
}
