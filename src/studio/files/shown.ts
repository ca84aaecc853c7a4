import { photoRecord } from '../../lib/server/content/photo-record.ts';
import type { Content, PhotoRecord } from '../../lib/server/content/record.ts';
import type { Json } from '../contract/operations.ts';
import type { Values } from './text/value.ts';

/** What holds for a photo without an entry of its own, as an entry would say it. */
export function shownOf(photo: PhotoRecord, content: Content): Values {
	const { id, gallery, file, origin, embedded } = photo;
	if (!embedded) return {};
	const room = content.galleries.find((one) => one.id === gallery);
	const defaults = [room?.defaults, content.exhibition.defaults];
	const source = content.languages[0] ?? 'en';
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
