import * as v from 'valibot';
import type { Day } from '../../lib/server/content/day.ts';
import { day, id, type Release, type ReleaseFile, type Withdrawn } from './format.ts';

/** What this device may never show again: it only grows. */
export const goneSchema = v.object({
	ids: v.array(id),
	/** SHA-256 of files. */
	hashes: v.array(v.string()),
	/** The last day of each photo, as the latest release that has it says; null where it has none. */
	days: v.record(
		id,
		v.object({ until: v.nullable(day), made: v.string(), isOver: v.optional(v.boolean()) }),
	),
});

export type Gone = v.InferOutput<typeof goneSchema>;

export const nothingGone: Gone = { ids: [], hashes: [], days: {} };

export function withList(gone: Gone, list: Withdrawn): Gone {
	const [ids, hashes] = [union(gone.ids, list.ids), union(gone.hashes, list.hashes)];
	return { ...gone, ids, hashes, days: endedIn(gone.days, list) };
}

/** A photo whose day is over, whatever earlier releases say; a later one may show it again. */
function endedIn(before: Gone['days'], { ended = [], made = '' }: Withdrawn): Gone['days'] {
	const days = { ...before };
	for (const id of ended) {
		const { until = null, made: known = '' } = days[id] ?? {};
		if (known < made) days[id] = { until, made, isOver: true };
	}
	return days;
}

/** Consent may end earlier than an older release knew, or be given for longer. */
export function withDays(gone: Gone, { made, photos }: Release): Gone {
	const days = { ...gone.days };
	for (const { id, until = null } of photos) {
		if (days[id] === undefined || days[id].made < made) days[id] = { until, made };
	}
	return { ...gone, days };
}

/** Remembers which days are over: what was deleted does not come back with a clock that goes wrong. */
export function onDay(gone: Gone, today: Day): Gone {
	const entries = Object.entries(gone.days).map(([id, one]) => {
		const isOver = one.isOver === true || (one.until !== null && one.until < today);
		return [id, isOver ? { ...one, isOver } : one];
	});
	return { ...gone, days: Object.fromEntries(entries) };
}

export function isGone({ ids, days }: Gone): (id: string) => boolean {
	const withdrawn = new Set(ids);
	return (id) => withdrawn.has(id) || days[id]?.isOver === true;
}

/**
 * Files of a release that may not be there: those of photos that are gone, their copies under other
 * names, their pages. What a photo shares with one that is still shown stays.
 */
export function goneFrom({ files, photos }: Release, gone: Gone): Set<string> {
	const test = isGone(gone);
	const theirs = new Set(photos.filter(({ id }) => test(id)).flatMap((photo) => photo.files));
	const shown = new Set(photos.filter(({ id }) => !test(id)).flatMap((photo) => photo.files));
	const hashes = new Set(gone.hashes);
	const copies = new Set(
		files.filter(({ path }) => theirs.has(path) && !shown.has(path)).map(({ sha256 }) => sha256),
	);
	const isDoomed = ({ path, sha256 }: ReleaseFile) =>
		hashes.has(sha256) ||
		(!shown.has(path) && (theirs.has(path) || copies.has(sha256))) ||
		test(pageOf(path));
	return new Set(files.filter(isDoomed).map(({ path }) => path));
}

/** The photo whose own page, in any gallery and language, this file belongs to. */
function pageOf(path: string): string {
	return /^[^/]+\/galleries\/[^/]+\/([^/]+)\//.exec(path)?.[1] ?? '';
}

function union(one: readonly string[], other: readonly string[]): string[] {
	return [...new Set([...one, ...other])].sort();
}
