import type { Exhibition, Gallery, Language } from '../model.ts';
import { fileAt, pageAt, pathOf, rootForPrograms, widestJpeg } from './address.ts';
import { photoIds, showOpening } from './gallery.ts';
import { isOpen } from './open.ts';
import type { ShownStory } from './story.ts';
import { sayer } from './words.ts';

type Data = Record<string, unknown>;

/**
 * schema.org's `ExhibitionEvent` for the entrance, with what Google asks of an event: where and when.
 * The site itself is a place too. Undefined where that has no address yet.
 */
export function exhibitionEvent(exhibition: Exhibition, lang: Language): Data | undefined {
	const root = rootForPrograms(exhibition);
	if (root === undefined) return undefined;
	const say = sayer(exhibition, lang);
	const { venues } = exhibition;
	const card = showOpening(exhibition, lang)?.picture.card;
	const online = { '@type': 'VirtualLocation', url: pageAt(root, lang) };
	return {
		'@context': 'https://schema.org/',
		'@type': 'ExhibitionEvent',
		'@id': `${root}/#exhibition`,
		name: say(exhibition.title)?.text,
		description: say(exhibition.summary)?.text,
		url: pageAt(root, lang),
		inLanguage: lang,
		image: card && [fileAt(root, card)],
		startDate: venues.flatMap(({ from }) => from ?? []).sort()[0],
		endDate: lastDay(exhibition),
		eventStatus: 'https://schema.org/EventScheduled',
		eventAttendanceMode: `https://schema.org/${venues.length > 0 ? 'Mixed' : 'Online'}EventAttendanceMode`,
		location: [...placesOf(exhibition, lang), online],
		organizer: organisation(exhibition, lang),
		subEvent: venues.length > 1 ? visits(exhibition, lang) : undefined,
	};
}

/** A hall without an end keeps the exhibition open. */
function lastDay({ venues }: Exhibition): string | undefined {
	const ends = venues.map(({ until }) => until);
	return ends.includes(undefined) ? undefined : ends.sort().at(-1);
}

function placesOf(exhibition: Exhibition, lang: Language): Data[] {
	const say = sayer(exhibition, lang);
	return exhibition.venues.map(({ name, address }) => ({
		'@type': 'Place',
		name: say(name)?.text,
		address: say(address)?.text,
	}));
}

/** Each hall has its own days. */
function visits(exhibition: Exhibition, lang: Language): Data[] {
	const title = sayer(exhibition, lang)(exhibition.title)?.text;
	const places = placesOf(exhibition, lang);
	return exhibition.venues.map(({ from, until }, at) => ({
		'@type': 'ExhibitionEvent',
		name: title,
		startDate: from,
		endDate: until,
		location: places[at],
	}));
}

/** Without its mail address: that is for people, and not for those who gather addresses. */
function organisation(exhibition: Exhibition, lang: Language): Data | undefined {
	const say = sayer(exhibition, lang);
	const name = say(exhibition.organisation?.name)?.text;
	const root = rootForPrograms(exhibition);
	if (name === undefined || root === undefined) return undefined;
	return {
		'@type': 'Organization',
		'@id': `${root}/#organisation`,
		name,
		address: say(exhibition.organisation?.address)?.text,
		telephone: exhibition.organisation?.telephone[0],
		url: pageAt(root, lang, 'about'),
	};
}

/**
 * schema.org's `ImageGallery`, with the pictures that search engines may have. What is known of each
 * stands on its own page. Undefined where the site has no address yet.
 */
export function imageGallery(
	exhibition: Exhibition,
	gallery: Gallery,
	lang: Language,
): Data | undefined {
	const root = rootForPrograms(exhibition);
	if (root === undefined) return undefined;
	const say = sayer(exhibition, lang);
	return {
		'@context': 'https://schema.org/',
		'@type': 'ImageGallery',
		name: say(gallery.title)?.text,
		description: say(gallery.summary ?? gallery.text)?.text,
		url: pageAt(root, lang, 'galleries', gallery.id),
		inLanguage: lang,
		isPartOf: { '@id': `${root}/#exhibition` },
		publisher: organisation(exhibition, lang),
		image: imagesOf(exhibition, gallery, lang, root),
	};
}

/**
 * schema.org's `Article` for a story, or its `Event`; of one behind a content note only the title.
 * Undefined where the site has no address yet.
 */
export function article(
	exhibition: Exhibition,
	story: ShownStory,
	lang: Language,
): Data | undefined {
	const root = rootForPrograms(exhibition);
	if (root === undefined) return undefined;
	const { id, title, summary, kind, days, place, byline, instead } = story;
	const url = pageAt(root, lang, 'stories', id);
	const about = {
		'@context': 'https://schema.org/',
		url,
		description: summary?.text,
		inLanguage: instead ?? lang,
	};
	const publisher = organisation(exhibition, lang);
	if (kind === 'event' && days.starts) {
		const location = place && { '@type': 'Place', name: place.text, address: place.text };
		const { starts: startDate, ends: endDate } = days;
		return {
			...about,
			'@type': 'Event',
			name: title.text,
			startDate,
			endDate,
			location,
			organizer: publisher,
		};
	}
	const written = byline.find(({ key }) => key === 'written_by');
	return {
		...about,
		'@type': kind === 'news' ? 'NewsArticle' : 'Article',
		headline: title.text,
		datePublished: days.date,
		author: written && { '@type': 'Person', name: written.name },
		publisher,
		isPartOf: { '@id': `${root}/#exhibition` },
	};
}

function imagesOf(exhibition: Exhibition, gallery: Gallery, lang: Language, root: string): Data[] {
	if (gallery.warnings.length > 0) return [];
	return photoIds(gallery).flatMap((id) => {
		const photo = exhibition.photos[id];
		const file = photo && isOpen(exhibition, photo) ? widestJpeg(photo.picture) : undefined;
		if (!photo || !file) return [];
		const url = pageAt(root, lang, ...pathOf(photo));
		return { '@type': 'ImageObject', contentUrl: fileAt(root, file), url, expires: photo.until };
	});
}
