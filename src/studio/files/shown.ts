import { photoRecord, type Ingredients } from '../../lib/server/content/photo-record.ts';
import type { Content, PhotoRecord } from '../../lib/server/content/record.ts';
import type { Json } from '../contract/operations.ts';
import type { Values } from './text/value.ts';

/** What holds for photos without entries of their own, as entries would say it; found out once for each. */
export class Shown {
	#known = new Map<string, { by: string; values: Values }>();

	/** @param stamp changes with the photo's file */
	of(photo: PhotoRecord, content: Content, stamp: string): Values {
		const { defaults } = content.galleries.find(({ id }) => id === photo.gallery) ?? {};
		const levels = [defaults, content.exhibition.defaults];
		const source = content.languages[0] ?? 'en';
		const by = JSON.stringify([stamp, levels, source, photo.gallery]);
		const known = this.#known.get(photo.file);
		if (known?.by === by) return known.values;
		const values = shownOf(photo, levels, source);
		this.#known.set(photo.file, { by, values });
		return values;
	}
}

function shownOf(
	{ id, gallery, file, origin, embedded }: PhotoRecord,
	defaults: Ingredients['defaults'],
	source: string,
): Values {
	if (!embedded) return {};
	const bare = photoRecord({ id, gallery, file, origin, entry: {}, embedded, defaults, source });
	const { title, caption, alt, description, credit, licence, date, place, keywords } = bare;
	const { digitalSourceType: digital_source_type, indexing, crop, zoom } = bare;
	const texts = { title, caption, alt, description, credit, licence, date, place };
	return withoutGaps({
		...{ ...texts, digital_source_type, indexing, crop, zoom },
		...(keywords.length > 0 ? { keywords } : {}),
	}) as Values;
}

/** Without what is not there, and without groups of nothing. */
function withoutGaps(value: unknown): Json | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return (value ?? undefined) as Json | undefined;
	}
	const entries = Object.entries(value).flatMap(([key, inner]) => {
		const kept = withoutGaps(inner);
		return kept === undefined ? [] : [[key, kept] as const];
	});
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
