import type { KeyObject } from 'node:crypto';
import { acceptRelease, acceptWithdrawn } from '../release/accept.ts';
import type { Release, Withdrawn } from '../release/format.ts';
import { releaseName, withdrawnName } from '../release/layout.ts';
import type { Store } from '../release/store.ts';
import type { Source } from './source.ts';

/** A release that a source has, as it was signed. */
export interface Offer {
	source: Source;
	release: Release;
	text: string;
}

/** A source that was asked. */
export interface Looked {
	source: Source;
	/** It has something that our key has signed. */
	isOurs: boolean;
	/** The first thing that was wrong with it. */
	error?: unknown;
}

export interface Checked {
	looked: Looked[];
	offers: Offer[];
	/** What was wrong with a source; the others count nevertheless. */
	errors: unknown[];
}

/** Asks every source. What it says was withdrawn is told at once, also where it has no release. */
export async function check(
	sources: readonly Source[],
	key: KeyObject,
	withdraw: (list: Withdrawn) => Promise<void>,
): Promise<Checked> {
	const checked: Checked = { looked: [], offers: [], errors: [] };
	for (const source of sources) {
		const looked: Looked = { source, isOurs: false };
		checked.looked.push(looked);
		await attempt(checked, looked, async () => {
			const list = await source.list(withdrawnName);
			if (list === undefined) return;
			const accepted = acceptWithdrawn(list, key);
			looked.isOurs = true;
			await withdraw(accepted);
		});
		await attempt(checked, looked, async () => {
			const text = await source.list(releaseName);
			if (text === undefined) return;
			checked.offers.push({ source, text, release: acceptRelease(text, key) });
			looked.isOurs = true;
		});
	}
	return checked;
}

/** The newest that this device has not, and that has not failed here. */
export function toStage({ offers }: Checked, store: Store): Offer | undefined {
	const have = new Set(store.kept.map(({ release }) => release.id).concat(store.failed));
	const newest = store.kept.find(({ release }) => !store.failed.includes(release.id));
	return offers
		.filter(({ release }) => !have.has(release.id))
		.filter(({ release }) => !newest || release.made > newest.release.made)
		.sort((a, b) => (a.release.made < b.release.made ? 1 : -1))[0];
}

async function attempt(
	{ errors }: Checked,
	looked: Looked,
	work: () => Promise<void>,
): Promise<void> {
	try {
		await work();
	} catch (error) {
		errors.push(error);
		looked.error ??= error;
	}
}
