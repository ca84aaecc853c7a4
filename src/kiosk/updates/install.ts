import type { KeyObject } from 'node:crypto';
import type { open } from 'node:fs/promises';
import { Refusal } from '../../vite/refusal.ts';
import type { Store } from '../release/store.ts';
import { check, type Checked, type Offer } from './check.ts';
import type { Turn } from './in-turn.ts';
import type { Clock } from './screens.ts';
import type { Source } from './source.ts';
import { stage } from './stage.ts';

export interface Installing {
	store: Store;
	clock: Clock;
	/** The public key of the exhibition; without one nothing is installed. */
	key?: KeyObject;
	/** Those that are there just now. */
	sources: () => Promise<readonly Source[]>;
	/** Free space where the releases lie, in bytes. */
	free?: (folder: string) => Promise<number>;
	open?: typeof open;
}

/** Looks at every source, and deletes at once what one says was withdrawn. */
export async function look({ store, key, sources }: Installing, turn: Turn): Promise<Checked> {
	const there = await sources();
	if (there.length === 0) return { looked: [], offers: [], errors: [] };
	if (!key) throw new Refusal('this device has no public key', 'put one there', 1);
	const checked = await check(there, key, (list) => turn(() => store.withdraw(list)));
	for (const offer of checked.offers) {
		if (!store.failed.includes(offer.release.id)) continue;
		const error = failedHere(offer);
		checked.errors.push(error);
		for (const one of checked.looked) if (one.source === offer.source) one.error ??= error;
	}
	return checked;
}

/**
 * Brings a release onto this device, to wait there for its moment. What changes the store is done in
 * turn with everything else that does; fetching goes on beside it.
 */
export async function bring(
	{ store, clock, free, open }: Installing,
	{ release, text, source }: Offer,
	turn: Turn,
): Promise<void> {
	await turn(async () => {
		await store.learn(release);
		await store.expire(clock.today());
	});
	const { root, kept, gone } = store;
	await stage({ root, release, text, source, kept, gone, free, open });
	// What was withdrawn while it was fetched goes now.
	await turn(() => store.refresh());
}

function failedHere({ release }: Offer): Refusal {
	const message = `the release ${release.id} failed on this device and is not installed again`;
	return new Refusal(message, 'build and sign a new one', 1);
}
