import type { Photo, PhotoDate, Picture, Place } from '../../model.ts';
import type { PhotoRecord, PlaceRecord } from './record.ts';
import { reaches } from './rules.ts';

/**
 * What may be known of a published photo.
 *
 * @param until the last day on which it may be shown
 * @param isMinor whether it shows somebody who is not of age
 * @param audio its recordings as published
 */
export function publicPhoto(
	record: PhotoRecord,
	picture: Picture,
	until: string | undefined,
	isMinor = false,
	audio?: Photo['audio'],
): Photo {
	const { id, gallery, title, caption, alt, description, transcript, credit, licence } = record;
	const reuse = reuseOf(record);
	const { people, keywords, focal, crop, zoom, warnings, digitalSourceType } = record;
	return {
		id,
		gallery,
		title,
		caption,
		alt,
		description,
		transcript,
		audio,
		credit,
		licence:
			reuse === 'here' ? undefined : licence && { url: licence.url, acquire: licence.acquire },
		reuse,
		date: publicDate(record.date),
		place: publicPlace(isMinor ? coarse(record.place) : record.place),
		people,
		keywords,
		focal,
		crop,
		zoom,
		warnings,
		covered: record.redact.length > 0,
		indexing: record.indexing ?? record.consent?.identifiable !== 'yes',
		until,
		since: record.publishAt,
		digitalSourceType,
		picture,
	};
}

/** A licence would promise what the person did not allow. */
function reuseOf({ consent }: PhotoRecord): Photo['reuse'] {
	if (consent?.status !== 'given') return undefined;
	return reaches(consent, 'press') ? 'press' : 'here';
}

const lengths = { year: 4, month: 7, day: 10 } as const;

/** Cut to its precision, or to what is known where that is less. */
export function publicDate(date: PhotoRecord['date']): PhotoDate | undefined {
	if (!date || date.precision === 'hidden') return undefined;
	const value = date.value.slice(0, lengths[date.precision]);
	const precision = value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day';
	return { value, precision };
}

/** A minor is nowhere to be found closer than in a region. */
function coarse(place: PlaceRecord | undefined): PlaceRecord | undefined {
	const isFine = place?.precision === 'city' || place?.precision === 'exact';
	return place && isFine ? { ...place, precision: 'region' } : place;
}

/** A name of a place may be a street, so it counts as exact, like a position. */
export function publicPlace(place: PlaceRecord | undefined): Place | undefined {
	if (!place || place.precision === 'hidden') return undefined;
	const { country, region, city, name, point, precision } = place;
	const upTo = ['country', 'region', 'city', 'exact'].indexOf(precision);
	const shown: Place = {
		country,
		region: upTo >= 1 ? region : undefined,
		city: upTo >= 2 ? city : undefined,
		name: upTo >= 3 ? name : undefined,
		point: upTo >= 3 ? point : undefined,
	};
	return Object.values(shown).some((part) => part !== undefined) ? shown : undefined;
}
