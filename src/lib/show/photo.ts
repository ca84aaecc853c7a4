import { countryName, formatDate } from '../i18n/dates.ts';
import type {
	Exhibition,
	Gallery,
	Language,
	Photo,
	Picture,
	Place,
	Warning,
	WarningKind,
} from '../model.ts';
import { sayer, type Say, type Words } from './words.ts';

/** What a wall needs of a photo, in one language. */
export interface ShownPhoto {
	id: string;
	/** Address of its page here: gallery where it hangs, and the one of its canonical page. */
	gallery: string;
	home: string;
	title?: Words;
	caption?: Words;
	/** Absent where nobody described the picture. */
	alt?: Words;
	credit: Words[];
	notes: Note[];
	covered: boolean;
	picture: Picture;
}

/** All of it, for its own page. */
export interface WholePhoto extends ShownPhoto {
	description?: Words;
	transcript?: Words;
	copyright?: Words;
	licence?: { url?: string; acquire?: string };
	/** Already in words; `value` for machines. */
	date?: { words: string; value: string };
	place: Words[];
	people: { name: Words; changed: boolean }[];
	keywords: readonly string[];
	indexing: boolean;
}

export interface Note {
	kind: WarningKind;
	text?: Words;
}

/** @param gallery where it hangs on this page */
export function showPhoto(
	exhibition: Exhibition,
	photo: Photo,
	gallery: string,
	lang: Language,
): ShownPhoto {
	const say = sayer(exhibition, lang);
	return {
		id: photo.id,
		gallery,
		home: photo.gallery,
		title: say(photo.title),
		caption: say(photo.caption),
		alt: say(photo.alt),
		credit: credit(exhibition, photo, say),
		notes: showNotes(photo.warnings, say),
		covered: photo.covered,
		picture: photo.picture,
	};
}

/** On its own page a photo also stands behind the notes of the gallery, which nobody passed on the way. */
export function showWhole(
	exhibition: Exhibition,
	photo: Photo,
	gallery: Gallery,
	lang: Language,
): WholePhoto {
	const say = sayer(exhibition, lang);
	const { date } = photo;
	const shown = showPhoto(exhibition, photo, gallery.id, lang);
	return {
		...shown,
		notes: [...shown.notes, ...showNotes(gallery.warnings, say)],
		description: say(photo.description),
		transcript: say(photo.transcript),
		copyright: say(photo.credit.copyright),
		licence: photo.licence,
		date: date && { words: formatDate(date, lang), value: date.value },
		place: placeWords(photo.place, lang, say),
		people: photo.people.flatMap((id) => {
			const person = exhibition.people[id];
			const name = say(person?.name);
			return person && name ? [{ name, changed: person.nameChanged }] : [];
		}),
		keywords: photo.keywords,
		indexing: photo.indexing,
	};
}

export function showNotes(warnings: readonly Warning[], say: Say): Note[] {
	return warnings.map(({ kind, text }) => ({ kind, text: say(text) }));
}

/** Photographer, then credit line, without saying the same twice. */
function credit({ photographers }: Exhibition, { credit: given }: Photo, say: Say): Words[] {
	const { photographer, creator } = given;
	const written = creator === undefined ? undefined : { text: creator };
	const name = photographer ? say(photographers[photographer]?.name) : written;
	const line = say(given.line);
	if (name && line && names(line.text, name.text)) return [line];
	return [name, line].filter((words) => words !== undefined);
}

/** As a word of its own: "Ali" is not named by "Alisher Fund". */
function names(line: string, name: string): boolean {
	const at = ` ${line.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `;
	return at.includes(` ${name.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `);
}

/** The smallest first, as a label says it. */
function placeWords(place: Place | undefined, lang: Language, say: Say): Words[] {
	if (!place) return [];
	const country = place.country && { text: countryName(place.country, lang) };
	const parts = [say(place.name), say(place.city), say(place.region), country];
	return parts.filter((part) => part !== undefined && part !== '');
}
