import * as v from 'valibot';
import type { Visit } from '../../lib/kiosk/contract.ts';

/** Upper ends of the bands of a visit's length, in seconds. */
export const bands = {
	'under 1 min': 60,
	'1-3 min': 180,
	'3-10 min': 600,
	'over 10 min': Infinity,
};

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const counted = v.record(v.string(), count);

const bucket = v.strictObject({
	visits: count,
	languages: counted,
	galleries: counted,
	photos: counted,
	qrShown: count,
	/** Visits by band: their median cannot be told from the median before. */
	lengths: v.record(v.picklist(Object.keys(bands) as (keyof typeof bands)[]), count),
});

/** `counts/YYYY-MM-DD.json`: nothing in it is finer than an hour, or of one visit. */
export const dayCounts = v.strictObject({
	format: v.literal(1),
	day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
	/** `unsynced`: the device did not know the time, at least once. */
	clock: v.picklist(['synced', 'unsynced']),
	/** By the hour, `00` to `23`. */
	hours: v.record(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3])$/)), bucket),
});
export type DayCounts = v.InferOutput<typeof dayCounts>;
export type Bucket = v.InferOutput<typeof bucket>;

const empty: Bucket = {
	visits: 0,
	languages: {},
	galleries: {},
	photos: {},
	qrShown: 0,
	lengths: Object.fromEntries(Object.keys(bands).map((band) => [band, 0])) as Bucket['lengths'],
};

/** A day's counts with one more visit, at the hour in which it ended. */
export function withVisit(counts: DayCounts, hour: number, visit: Visit): DayCounts {
	const key = String(hour).padStart(2, '0');
	const before = counts.hours[key] ?? empty;
	const band = bandOf(visit.seconds);
	const bucket = {
		visits: before.visits + 1,
		languages: more(before.languages, [visit.language]),
		galleries: more(before.galleries, visit.galleries),
		photos: more(before.photos, visit.photos),
		qrShown: before.qrShown + visit.qrShown,
		lengths: { ...before.lengths, [band]: (before.lengths[band] ?? 0) + 1 },
	};
	return { ...counts, hours: { ...counts.hours, [key]: bucket } };
}

/** What was looked at twice in a visit counts once. */
function more(counts: Record<string, number>, names: readonly string[]): Record<string, number> {
	const added = [...new Set(names)].map((name) => [name, (counts[name] ?? 0) + 1] as const);
	return { ...counts, ...Object.fromEntries(added) };
}

function bandOf(seconds: number): keyof typeof bands {
	const known = Object.entries(bands) as [keyof typeof bands, number][];
	return known.find(([, end]) => seconds < end)?.[0] ?? 'over 10 min';
}

/** The band in which the visit in the middle lies. */
export function medianBand({ lengths, visits }: Bucket): string {
	let seen = 0;
	for (const [band, count] of Object.entries(lengths)) {
		seen += count;
		if (seen * 2 >= visits && count > 0) return band;
	}
	return '';
}
