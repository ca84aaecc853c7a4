import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the studio has earlier states, and texts that were changed. */
const names = ['trash', 'backup', 'failed', 'intake', 'preview', 'journal.ndjson'];

/** Removes what the studio keeps of earlier states, its history too. No studio may be at it. */
export async function eraseCopies(root: string): Promise<void> {
	for (const name of names)
		await rm(join(root, '.exhibition', 'studio', name), { recursive: true, force: true });
}
