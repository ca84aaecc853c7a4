import type { Credit, Exhibition, Gallery, Photo, Place, Rendition } from '../model.ts';
import { pathOf } from '../show/address.ts';
import { indexedPhotos, notesBefore } from '../show/open.ts';
import type { Story, StoryText } from '../story-model.ts';
import { version, type PublishedIndex } from './index-schema.ts';

type Shown<K extends 'galleries' | 'photos'> = PublishedIndex[K][number];

/**
 * The published exhibition as data, without photos that are not to be indexed. Content notes stand
 * with each photo that they are for, because who reads one photo may not read its gallery.
 */
export function exhibitionIndex(exhibition: Exhibition): PublishedIndex {
	const { title, summary, languages, publicUrl, warnings, organisation, venues } = exhibition;
	const photos = indexedPhotos(exhibition);
	const shown = new Set(photos.map(({ id }) => id));
	return {
		$schema: 'exhibition.schema.json',
		version,
		title,
		summary,
		languages: [...languages],
		public_url: publicUrl,
		content_notes: notes(warnings),
		// Its mail address is for people, not for those who gather addresses.
		organisation: organisation && { name: organisation.name, address: organisation.address },
		venues: venues.map((venue) => ({ ...venue })),
		galleries: exhibition.galleries.map((gallery) => galleryOf(exhibition, gallery, shown)),
		photos: photos.map((photo) => photoOf(exhibition, photo)),
		stories: Object.values(exhibition.stories).map((story) => storyOf(exhibition, story, shown)),
		photographers: photographersOf(exhibition, photos),
		people: peopleOf(exhibition, photos),
	};
}

function galleryOf(
	exhibition: Exhibition,
	gallery: Gallery,
	shown: ReadonlySet<string>,
): Shown<'galleries'> {
	const { id, title, summary, text, cover, support, sections, hangings, warnings } = gallery;
	return {
		...{ id, title, summary, text, support },
		pages: pagesOf(exhibition, ['galleries', id]),
		cover: cover !== undefined && shown.has(cover) ? cover : undefined,
		content_notes: notes(warnings),
		sections: sections.map((section) => ({ id: section.id, title: section.title })),
		hangings: hangings.flatMap((one): Shown<'galleries'>['hangings'] => {
			const { section } = one;
			if (one.kind === 'text') return [{ kind: 'text', text: one.text, section }];
			return shown.has(one.id) ? [{ kind: 'photo', photo: one.id, hang: one.hang, section }] : [];
		}),
	};
}

/** What stands behind its notes is read on its page. */
function storyOf(
	exhibition: Exhibition,
	{ id, kind, date, texts, photos, warnings }: Story,
	shown: ReadonlySet<string>,
): PublishedIndex['stories'][number] {
	const each = (of: (text: StoryText) => string | undefined) =>
		Object.fromEntries(
			Object.entries(texts).flatMap(([lang, text]) => (of(text) ? [[lang, of(text)!]] : [])),
		);
	return {
		...{ id, kind, date },
		pages: pagesOf(exhibition, ['stories', id]),
		title: each(({ title }) => title),
		summary: warnings.length > 0 ? undefined : each(({ summary }) => summary),
		photos: photos.filter((photo) => shown.has(photo)),
		content_notes: notes(warnings),
	};
}

function photoOf(exhibition: Exhibition, photo: Photo): Shown<'photos'> {
	const { id, gallery, title, caption, alt, description, transcript, reuse, until } = photo;
	const { licence, date, keywords, covered, picture, digitalSourceType } = photo;
	return {
		...{ id, gallery, title, caption, alt, description, transcript, reuse, until, covered },
		pages: pagesOf(exhibition, pathOf(photo)),
		credit: creditOf(photo.credit),
		licence: licence && { url: licence.url, acquire: licence.acquire },
		date: date && { value: date.value, precision: date.precision },
		place: photo.place && placeOf(photo.place),
		people: photo.people.filter((person) => exhibition.people[person]?.linkable),
		keywords: [...keywords],
		content_notes: notes(notesBefore(exhibition, photo)),
		digital_source_type: digitalSourceType,
		width: picture.width,
		height: picture.height,
		colour: picture.colour,
		renditions: picture.renditions.map(renditionOf),
	};
}

function creditOf({ photographer, creator, line, copyright }: Credit): Shown<'photos'>['credit'] {
	return { photographer, creator, line, copyright };
}

function placeOf({ name, city, region, country, point }: Place): Shown<'photos'>['place'] {
	return { name, city, region, country, point: point && [point[0], point[1]] };
}

function renditionOf({ name, format, width, height }: Rendition) {
	const type = format === 'jpg' ? ('image/jpeg' as const) : ('image/avif' as const);
	return { address: `media/${name}`, type, width, height };
}

function notes(warnings: Exhibition['warnings']): PublishedIndex['content_notes'] {
	return warnings.map(({ kind, text }) => ({ kind, text }));
}

function pagesOf({ languages }: Exhibition, path: readonly string[]): Record<string, string> {
	return Object.fromEntries(languages.map((lang) => [lang, `${[lang, ...path].join('/')}/`]));
}

function photographersOf(exhibition: Exhibition, photos: readonly Photo[]) {
	const needed = new Set(photos.map(({ credit }) => credit.photographer));
	const known = Object.entries(exhibition.photographers).filter(([id]) => needed.has(id));
	return Object.fromEntries(
		known.map(([id, { name, biography, statement, url }]) => [
			id,
			{ name, biography, statement, url },
		]),
	);
}

/** Without `linkable` no key may join the pictures of a person. */
function peopleOf(exhibition: Exhibition, photos: readonly Photo[]) {
	const needed = new Set(photos.flatMap(({ people }) => people));
	const known = Object.entries(exhibition.people).filter(
		([id, { linkable }]) => linkable && needed.has(id),
	);
	return Object.fromEntries(
		known.map(([id, { name, nameChanged }]) => [id, { name, name_changed: nameChanged }]),
	);
}
