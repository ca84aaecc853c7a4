import type {
	Exhibition,
	Gallery,
	Hanging,
	Photo,
	Picture,
	Place,
	PhotoDate,
	Text,
} from '../../model.ts';
import type { Decisions } from './decisions.ts';
import type { Content, GalleryRecord, PhotoRecord, PlaceRecord } from './record.ts';
import { asText, present, titleFromName } from './text.ts';
import { basename } from 'node:path';

/**
 * The published exhibition. It is written anew, field by field, from what was decided: nothing that
 * is not named here can reach a page.
 *
 * @param pictures by photo id; a photo without one could not be pictured and is left out
 */
export function publicExhibition(
	content: Content,
	decisions: Decisions,
	pictures: ReadonlyMap<string, Picture>,
): Exhibition {
	const photos = content.photos.flatMap((record) => {
		const picture = pictures.get(record.id);
		const decision = decisions.photos.get(record.id);
		return picture && decision?.published ? [publicPhoto(record, picture, decision.until)] : [];
	});
	const byId = Object.fromEntries(photos.map((photo) => [photo.id, photo]));
	const { exhibition, languages, mode } = content;
	const source = languages[0] ?? 'en';
	return {
		mode,
		title: asText(exhibition.title, source) ?? { [source]: titleFromName(basename(content.root)) },
		summary: asText(exhibition.summary, source),
		languages,
		publicUrl: exhibition.public_url,
		wall: exhibition.wall ?? 'night',
		galleries: content.galleries
			.map((gallery) => publicGallery(gallery, byId, exhibition.wall ?? 'night'))
			.filter(({ hangings }) => hangings.some(({ kind }) => kind === 'photo')),
		photos: byId,
		stories: [],
		warnings: present(exhibition.warnings).map(({ kind, text }) => ({
			kind,
			text: asText(text, source),
		})),
		...around(content, source),
	};
}

export function publicPhoto(
	record: PhotoRecord,
	picture: Picture,
	until: string | undefined,
): Photo {
	const { id, gallery, title, caption, alt, description, transcript, credit, licence } = record;
	const { people, keywords, focal, crop, zoom, stories, warnings, digitalSourceType } = record;
	return {
		id,
		gallery,
		title,
		caption,
		alt,
		description,
		transcript,
		credit,
		licence: licence && { url: licence.url, acquire: licence.acquire },
		date: publicDate(record.date),
		place: publicPlace(record.place),
		people,
		keywords,
		focal,
		crop,
		zoom,
		stories,
		warnings,
		covered: record.redact.length > 0,
		indexing: record.indexing ?? record.consent?.identifiable !== 'yes',
		until,
		digitalSourceType,
		picture,
	};
}

const lengths = { year: 4, month: 7, day: 10 } as const;

/** Cut to its precision, or to what is known where that is less. */
export function publicDate(date: PhotoRecord['date']): PhotoDate | undefined {
	if (!date || date.precision === 'hidden') return undefined;
	const value = date.value.slice(0, lengths[date.precision]);
	const precision = value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day';
	return { value, precision };
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

function publicGallery(
	gallery: GalleryRecord,
	photos: Readonly<Record<string, Photo>>,
	wall: Gallery['wall'],
): Gallery {
	const { id, title, summary, text, warnings, support, sections } = gallery;
	const hangings = gallery.published
		? gallery.hangings.flatMap((one) => publicHanging(one, photos))
		: [];
	const shown = hangings.flatMap((one) => (one.kind === 'photo' ? one.id : []));
	const candidates = [gallery.cover, ...shown].filter((one) => one !== undefined);
	const free = (one: string) => photos[one]?.warnings.length === 0 && warnings.length === 0;
	const cover = candidates.find(free);
	return {
		id,
		title,
		summary,
		text,
		cover,
		wall: gallery.wall ?? wall,
		warnings,
		support,
		sections,
		hangings,
	};
}

function publicHanging(
	one: GalleryRecord['hangings'][number],
	photos: Readonly<Record<string, Photo>>,
): Hanging[] {
	const { section } = one;
	if (one.kind === 'text') return [{ kind: 'text', text: one.text, section }];
	return photos[one.id] ? [{ kind: 'photo', id: one.id, hang: one.hang, section }] : [];
}

/** What stands around the pictures: people, photographers, addresses. */
function around({ exhibition }: Content, source: string) {
	const text = (written: Parameters<typeof asText>[0]) => asText(written, source);
	const sure = (written: Parameters<typeof asText>[0]): Text => text(written) ?? {};
	const { organisation, withdrawal } = exhibition;
	const entries = <T>(map: Record<string, T> | undefined) =>
		Object.entries(map ?? {}).filter(([, one]) => one);
	return {
		photographers: Object.fromEntries(
			entries(exhibition.photographers).map(
				([id, { name, biography, statement, portrait, url }]) => [
					id,
					{
						name: sure(name),
						biography: text(biography),
						statement: text(statement),
						portrait,
						url,
					},
				],
			),
		),
		people: Object.fromEntries(
			entries(exhibition.people).map(([id, { name, name_changed, linkable }]) => [
				id,
				{ name: sure(name), nameChanged: name_changed ?? false, linkable: linkable ?? false },
			]),
		),
		organisation: organisation && {
			name: text(organisation.name),
			address: text(organisation.address),
			telephone: listOf(organisation.telephone),
			fax: listOf(organisation.fax),
			email: organisation.email,
		},
		venues: present(exhibition.venues).map(({ name, address, from, until, hours }) => {
			return { name: sure(name), address: text(address), from, until, hours: text(hours) };
		}),
		help: present(exhibition.help).map(({ text: words, telephone, country }) => {
			return { text: sure(words), telephone, country };
		}),
		withdrawal: withdrawal && {
			telephone: withdrawal.telephone,
			email: withdrawal.email,
			days: withdrawal.days,
		},
	};
}

function listOf(value: string | readonly (string | undefined)[] | undefined): string[] {
	return typeof value === 'string' ? [value] : present(value);
}
