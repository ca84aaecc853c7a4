import type { Exhibition, Photo } from '../model.ts';

/** Pictures of one place: at the point that may be known of them, else of their country. */
export interface Spot {
	country?: string;
	point?: readonly [number, number];
	count: number;
	/** Last day on which any of them may be shown. */
	until?: string;
}

/** Where pictures were taken, as far as it may be known: nothing of what stands behind a content note. */
export function spotsOf(exhibition: Exhibition): Spot[] {
	const open = new Set(
		exhibition.galleries.flatMap((one) => (one.warnings.length > 0 ? [] : one.id)),
	);
	const hung = new Set(
		exhibition.galleries.flatMap(({ hangings }) =>
			hangings.flatMap((one) => (one.kind === 'photo' ? one.id : [])),
		),
	);
	const spots = new Map<string, Spot & { days: (string | undefined)[] }>();
	for (const id of hung) {
		const photo = exhibition.photos[id];
		const where = photo && placed(photo);
		if (!where || photo.warnings.length > 0 || !open.has(photo.gallery)) continue;
		const key = JSON.stringify(where);
		const spot = spots.get(key) ?? { ...where, count: 0, days: [] };
		spots.set(key, { ...spot, count: spot.count + 1, days: [...spot.days, photo.until] });
	}
	return [...spots.values()].map(({ days, ...spot }) => {
		const ends = days.filter((day) => day !== undefined);
		return { ...spot, until: ends.length === days.length ? ends.sort().at(-1) : undefined };
	});
}

function placed({ place }: Photo): Pick<Spot, 'country' | 'point'> | undefined {
	if (place?.point) return { point: place.point };
	return place?.country ? { country: place.country.toUpperCase() } : undefined;
}
