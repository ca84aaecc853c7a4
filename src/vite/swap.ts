import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from '../lib/server/content/exists.ts';
import { listName } from './made.ts';

/** Both lie beside OUT, on its file system, so that a rename is all that a swap takes. */
export function beside(out: string): { staging: string; old: string } {
	return { staging: `${out}.nigoh-new`, old: `${out}.nigoh-old` };
}

/**
 * Puts the finished site in the place of the old one by two renames: there is no way to exchange
 * two folders. Between them OUT is missing for an instant; a process that dies there leaves both
 * sites whole, and {@link finishSwap} goes on from there.
 */
export async function swap(out: string): Promise<void> {
	const { staging, old } = beside(out);
	if (await exists(out)) await rename(out, old);
	try {
		await rename(staging, out);
	} catch (error) {
		await rename(old, out).catch(() => undefined);
		throw error;
	}
	// The new site is there; the next build tries again.
	await rm(old, { recursive: true, force: true }).catch(() => undefined);
}

/**
 * Ends what an interrupted build left. Every command that reads or writes OUT calls it first, with
 * OUT's lock in its hands.
 */
export async function finishSwap(out: string): Promise<void> {
	const { staging, old } = beside(out);
	if (!(await exists(out)) && (await exists(old))) {
		const complete = await exists(join(staging, listName));
		await rename(complete ? staging : old, out);
	}
	if (await exists(out)) await rm(old, { recursive: true, force: true });
	await rm(staging, { recursive: true, force: true });
}
