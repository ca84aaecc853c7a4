import { lock } from '../../vite/lock.ts';
import { Refusal } from '../../vite/refusal.ts';
import { bytesOf, carryOut, manifestOf, phasesFor } from './carry-out.ts';
import { photosIn } from './manifest.ts';
import { openPlace, type SiteTarget } from './open-place.ts';
import type { Place } from './place.ts';
import type { Chosen } from './settings.ts';
import type { Acquaintance } from './sftp-session.ts';
import { readSite } from './site.ts';

/** Paths of files; of a kiosk's release, too. */
export interface Done {
	put: readonly string[];
	removed: readonly string[];
	/** Of what was put. */
	bytes: number;
}

/** Ids of the photos that a place has; after an interruption those that it may have. */
export function photosAtPlace(
	target: SiteTarget,
	known: Acquaintance,
): Promise<ReadonlySet<string>> {
	return inPlace(target, known, async (place) => photosIn((await manifestOf(place)).files));
}

/**
 * Brings a place up to the build in `out`.
 *
 * @throws {Refusal} with what is there then, and how to go on
 */
export async function toPlace(
	target: SiteTarget,
	out: string,
	known: Acquaintance,
	chosen: Chosen,
): Promise<Done> {
	const held = await lock(out);
	if (!held) throw new Refusal(`a build is running in ${out}`, 'wait until it has ended', 1);
	try {
		const site = await readSite(out);
		return await inPlace(target, known, async (place) => {
			const phases = await phasesFor(place, site);
			if (!chosen.dryRun) await carryOut(place, phases, site, chosen);
			const put = phases.flatMap((one) => (one.do === 'put' ? one.files : []));
			const removed = phases.flatMap((one) => (one.do === 'remove' ? one.paths : []));
			return { put: put.map(({ path }) => path), removed, bytes: bytesOf(phases) };
		});
	} finally {
		await held.release();
	}
}

async function inPlace<T>(
	target: SiteTarget,
	known: Acquaintance,
	work: (place: Place) => Promise<T>,
): Promise<T> {
	const place = await openPlace(target, known);
	try {
		return await work(place);
	} finally {
		await place.close();
	}
}
