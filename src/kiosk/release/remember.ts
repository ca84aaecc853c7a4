import type { Disk } from '../durable.ts';
import { eraseGone } from './erase.ts';
import type { Gone } from './gone.ts';
import type { Kept } from './kept.ts';
import { writeState } from './state.ts';

/**
 * Writes down what is gone, and then deletes it from every release: when the power goes amid it, the
 * next start goes on.
 *
 * @throws the system's error, when everything that can be deleted is deleted
 */
export async function remember(
	root: string,
	kept: readonly Kept[],
	gone: Gone,
	disk?: Disk,
): Promise<void> {
	try {
		await writeState(root, 'withdrawn', gone, disk);
	} catch {
		// A full disk keeps nothing that has to go; without it there is room to write that down.
		await eraseAll(kept, gone);
		await writeState(root, 'withdrawn', gone, disk);
	}
	await eraseAll(kept, gone);
}

export async function eraseAll(kept: readonly Kept[], gone: Gone): Promise<void> {
	for (const one of kept) await eraseGone(one, gone);
}
