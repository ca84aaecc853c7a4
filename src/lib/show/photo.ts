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
import { showRecording, type ShownRecording } from './recording.ts';
import { sayer, type Say, type Words } from './words.ts';

/** A photo with all that is said of it, in one language: for walls, the lightbox and its own page. */
export interface ShownPhoto {
	id: string;
	/** Address of its page here: gallery where it hangs, and the one of its canonical page. */
	gallery: string;
	home: string;
	title?: Words;
	caption?: Words;
	/** Absent where nobody described the picture. */
	alt?: Words;
	credit: CreditLine[];
	notes: Note[];
	covered: boolean;
	picture: Picture;
	description?: Words;
	transcript?: Words;
	/** The caption read aloud; the transcript belongs to it. */
	audio?: ShownRecording;
	copyright?: Words;
	licence?: { url?: string; acquire?: string };
	/** Already in words; `value` for machines. */
	date?: { words: string; value: string };
	place: Words[];
	people: { name: Words; changed: boolean }[];
	keywords: readonly string[];
	reuse?: Photo['reuse'];
	/** The last day on which it may be shown, such as `2026-12-01`. */
	until?: string;
}

/** `photographer` is the id of their page, where they have one. */
export interface CreditLine extends Words {
	photographer?: string;
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
	const { id, date, licence, keywords, covered, picture, reuse, until } = photo;
	return {
		...{ id, gallery, home: photo.gallery, covered, picture, licence, keywords },
		...{ reuse, until },
		title: say(photo.title),
		caption: say(photo.caption),
		alt: say(photo.alt),
		credit: credit(exhibition, photo, say),
		notes: showNotes(photo.warnings, say),
		description: say(photo.description),
		transcript: say(photo.transcript),
		audio: showRecording(exhibition, photo.audio, lang),
		copyright: say(photo.credit.copyright),
		date: date && { words: formatDate(date, lang), value: date.value },
		place: placeWords(photo.place, lang, say),
		people: photo.people.flatMap((person) => shownPerson(exhibition, person, say)),
	};
}

/** On its own page a photo also stands behind the notes of the gallery, which nobody passed on the way. */
export function showAlone(
	exhibition: Exhibition,
	photo: Photo,
	gallery: Gallery,
	lang: Language,
): ShownPhoto {
	const shown = showPhoto(exhibition, photo, gallery.id, lang);
	const around = showNotes(gallery.warnings, sayer(exhibition, lang));
	return { ...shown, notes: [...shown.notes, ...around] };
}

function shownPerson({ people }: Exhibition, id: string, say: Say): ShownPhoto['people'] {
	const person = people[id];
	const name = say(person?.name);
	return person && name ? [{ name, changed: person.nameChanged }] : [];
}

export function showNotes(warnings: readonly Warning[], say: Say): Note[] {
	return warnings.map(({ kind, text }) => ({ kind, text: say(text) }));
}

/** Photographer, then credit line, without saying the same twice. */
function credit({ photographers }: Exhibition, { credit: given }: Photo, say: Say): CreditLine[] {
	const { photographer, creator } = given;
	const written = creator === undefined ? undefined : { text: creator };
	const name: CreditLine | undefined = photographer
		? named(say(photographers[photographer]?.name), photographer)
		: written;
	const line = say(given.line);
	if (name && line && names(line.text, name.text)) return [named(line, name.photographer)];
	return [name, line].filter((words) => words !== undefined);
}

function named<W extends Words | undefined>(words: W, photographer: string | undefined) {
	return words && photographer ? { ...words, photographer } : words;
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
