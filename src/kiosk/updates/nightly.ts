import type { ReleaseFile } from '../release/format.ts';
import { scrub } from '../release/scrub.ts';
import { readState, writeState } from '../release/state.ts';
import type { Store } from '../release/store.ts';
import type { Offer } from './check.ts';
import type { Turn } from './in-turn.ts';
import { mended } from './repair.ts';

/** Looks whether the disk has spoilt files of what is shown: other ones every time. */
export async function findDamaged(store: Store): Promise<ReleaseFile[]> {
	const kept = store.kept.find(({ release }) => release.id === store.shown?.id);
	if (!kept) return [];
	const { after } = await readState(store.root, 'scrub');
	const found = await scrub(kept, store.gone, after);
	await writeState(store.root, 'scrub', { after: found.after });
	return found.damaged;
}

/** Mends what a source still has. Returns what stays damaged. */
export async function mend(
	store: Store,
	damaged: readonly ReleaseFile[],
	offers: readonly Offer[],
	turn: Turn,
): Promise<ReleaseFile[]> {
	const left: ReleaseFile[] = [];
	for (const file of damaged) {
		const kept = store.kept.find(({ release }) => release.id === store.shown?.id);
		const put = kept && (await mended(store.root, kept, file, offers));
		if (put) await turn(put);
		else left.push(file);
	}
	// It may have been withdrawn meanwhile.
	await turn(() => store.refresh());
	return left;
}
