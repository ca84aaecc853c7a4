import type { Exhibition, Language, Photo } from '../model.ts';
import { photoIds, showCover, type ShownCover } from './gallery.ts';
import { showElsewhere, type ShownPhoto } from './photo.ts';
import { sayer, type Words } from './words.ts';

export interface ShownPhotographer {
	id: string;
	name?: Words;
	statement?: Words;
	biography?: Words;
	url?: string;
	portrait?: ShownCover;
	/** In the order of the galleries that they hang in. */
	photos: ShownPhoto[];
}

/** Those who have a page: at least one picture of theirs is shown. */
export function photographersShown(exhibition: Exhibition): string[] {
	const { photographers } = exhibition;
	return Object.keys(photographers).filter((id) => photosOf(exhibition, id).length > 0);
}

export function showPhotographer(
	exhibition: Exhibition,
	id: string,
	lang: Language,
): ShownPhotographer {
	const say = sayer(exhibition, lang);
	const { name, statement, biography, portrait, url } = exhibition.photographers[id] ?? {};
	const face = portrait === undefined ? undefined : exhibition.photos[portrait];
	const photos = photosOf(exhibition, id).filter((photo) => photo !== face);
	return {
		...{ id, url },
		name: say(name),
		statement: say(statement),
		biography: say(biography),
		portrait: face && showCover(exhibition, face, lang),
		photos: photos.map((photo) => showElsewhere(exhibition, photo, lang)),
	};
}

function photosOf({ galleries, photos }: Exhibition, photographer: string): Photo[] {
	const hung = new Set(galleries.flatMap(photoIds));
	return [...hung].flatMap((id) => {
		const photo = photos[id];
		return photo?.credit.photographer === photographer ? [photo] : [];
	});
}
