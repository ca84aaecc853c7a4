import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Visit } from '../../lib/kiosk/contract.ts';
import { today } from '../../lib/server/content/day.ts';
import type { Catalogue } from './catalogue.ts';
import type { Clock } from './clock.ts';
import { dayCounts, withVisit, type DayCounts } from './counts.ts';
import { Keeper, readKept } from './kept.ts';

/** Counts visits on this device's disk, a file for each day. */
export class Visits {
	#last: Promise<unknown> = Promise.resolve();

	constructor(
		readonly folder: string,
		readonly clock: Clock,
		readonly isSynced: () => boolean,
	) {}

	/** Resolves when the visit would outlive a power cut; one after the other. */
	count(visit: Visit, catalogue: Catalogue | undefined): Promise<void> {
		const counted = this.#last.then(() => this.#count(known(visit, catalogue)));
		this.#last = counted.catch(() => undefined);
		return counted;
	}

	async #count(visit: Visit): Promise<void> {
		const date = new Date(this.clock.now());
		const day = today(date);
		const file = join(this.folder, `${day}.json`);
		const before = (await readKept(file, dayCounts)) ?? fresh(day);
		const counts = withVisit(before, date.getHours(), visit);
		const clock = this.isSynced() ? before.clock : 'unsynced';
		await new Keeper(file).keep({ ...counts, clock });
	}
}

function fresh(day: string): DayCounts {
	return { format: 1, day, clock: 'synced', hours: {} };
}

/** Only ids that the exhibition gave are kept: a page cannot write anything else into the counts. */
function known(visit: Visit, catalogue: Catalogue | undefined): Visit {
	const { galleries = [], files = new Map<string, unknown>() } = catalogue ?? {};
	return {
		...visit,
		galleries: visit.galleries.filter((id) => galleries.includes(id)),
		photos: visit.photos.filter((id) => files.has(id)),
	};
}

/** All days that were counted, the oldest first. */
export async function countedDays(folder: string): Promise<DayCounts[]> {
	const names = await readdir(folder).catch(() => []);
	const files = names.filter((name) => name.endsWith('.json')).sort();
	const days = await Promise.all(files.map((name) => readKept(join(folder, name), dayCounts)));
	return days.filter((day) => day !== undefined);
}
