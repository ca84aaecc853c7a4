import type { Credit } from '../../model.ts';
import { cascade, type Shared } from './cascade.ts';
import type { Embedded } from './metadata/read.ts';
import { audioFiles } from './recordings.ts';
import type { Origin, PhotoRecord, PlaceRecord } from './record.ts';
import type { PhotoEntry } from './schema/photo.ts';
import { asText, present } from './text.ts';

/** Widest rendition in pixels, without and with a person in the picture (`protection.md`: no data set for face search). */
const widest = { nobody: 3840, person: 2048 };

export interface Ingredients {
	id: string;
	gallery: string;
	file: string;
	origin: Origin;
	entry: Partial<PhotoEntry>;
	embedded: Embedded;
	/** Defaults of the gallery, then of the exhibition. */
	defaults: readonly (Shared | undefined)[];
	/** The language of texts without one. */
	source: string;
}

/** One photo from all that is said of it: its own entry before the file's metadata, these before nothing. */
export function photoRecord(from: Ingredients): PhotoRecord {
	const { id, gallery, file, origin, entry, embedded, source } = from;
	const shared = cascade(entry, ...from.defaults);
	const text = (key: 'title' | 'caption' | 'alt' | 'description') =>
		asText(entry[key], source) ?? asText(embedded[key], source);
	return {
		...{ id, gallery, file, origin, entry },
		title: text('title'),
		caption: text('caption'),
		alt: text('alt'),
		description: text('description'),
		transcript: asText(entry.transcript, source),
		audio: audioFiles(entry.audio, file.replace(/[^/]*$/, '')),
		credit: creditOf(shared, embedded, source),
		licence: shared.licence ?? licenceOf(embedded),
		date: dateOf(shared, embedded),
		place: placeOf(shared, embedded, source),
		people: present(entry.people),
		keywords: present(shared.keywords ?? embedded.keywords),
		focal: entry.focal?.every((part) => part !== undefined) ? entry.focal : [0.5, 0.5],
		crop: shared.crop ?? true,
		zoom: shared.zoom ?? false,
		maxWidth: maxWidthOf(entry, shared),
		stories: present(entry.stories),
		warnings: present(entry.warnings).map(({ kind, text }) => ({
			kind,
			text: asText(text, source),
		})),
		redact: present(entry.redact),
		consent: entry.consent,
		indexing: shared.indexing,
		published: entry.status !== 'draft',
		digitalSourceType: shared.digital_source_type ?? embedded.digitalSourceType,
		size: { width: embedded.width, height: embedded.height },
		unread: embedded.unread,
	};
}

/** A person counts as visible unless it was said that none is; then only the photo's own key allows more. */
function maxWidthOf(entry: Partial<PhotoEntry>, shared: Shared): number {
	const nobody = entry.consent?.status === 'not_needed';
	if (nobody || entry.max_width) return shared.max_width ?? widest.nobody;
	return Math.min(shared.max_width ?? widest.person, widest.person);
}

/** The curator's word on whose picture it is replaces the file's, whole: no name slips in beside it. */
function creditOf({ credit }: Shared, embedded: Embedded, source: string): Credit {
	if (credit) {
		const { photographer, line, copyright } = credit;
		return { photographer, line: asText(line, source), copyright: asText(copyright, source) };
	}
	const { creator, credit: line, copyright } = embedded;
	return { creator, line: asText(line, source), copyright: asText(copyright, source) };
}

function licenceOf({ webStatement: url, acquire }: Embedded): PhotoRecord['licence'] {
	return url || acquire ? { url, acquire } : undefined;
}

function dateOf({ date }: Shared, embedded: Embedded): PhotoRecord['date'] {
	const value = date?.value ?? embedded.date;
	return value === undefined ? undefined : { value, precision: date?.precision ?? 'month' };
}

/** Names of places come from one hand: the curator's where there is one, else the file's. */
function placeOf({ place }: Shared, embedded: Embedded, source: string): PlaceRecord | undefined {
	const precision = place?.precision ?? 'region';
	const written = place && Object.keys(place).some((key) => key !== 'precision');
	if (place && written) {
		const point = place.point?.every((part) => part !== undefined) ? place.point : undefined;
		const { country } = place;
		const [name, region, city] = [place.name, place.region, place.city].map((t) =>
			asText(t, source),
		);
		return { name, country, region, city, point, precision };
	}
	if (!embedded.place) return undefined;
	const { country } = embedded.place;
	const { name, region, city } = embedded.place;
	const [n, r, c] = [name, region, city].map((text) => asText(text, source));
	return { name: n, country, region: r, city: c, precision };
}
