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
import { personLink, placeLink, themes, valuesOf, type Linked } from './facet-links.ts';
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
	place: Linked[];
	people: { name: Linked; changed: boolean }[];
	keywords: Linked[];
	reuse?: Photo['reuse'];
	/** In which it is shown. */
	stories: { id: string; title: Words }[];
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
	const { id, date, licence, covered, picture, reuse, until } = photo;
	const values = valuesOf(exhibition, id);
	return {
		...{ id, gallery, home: photo.gallery, covered, picture, licence },
		...{ reuse, until, keywords: themes(values, photo.keywords) },
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
		place: placeWords(photo.place, lang, say, values),
		people: photo.people.flatMap((person) => shownPerson(exhibition, person, say, values)),
		stories: storiesWith(exhibition, id, say),
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

/** Titles of the stories that show a photo. */
function storiesWith({ stories }: Exhibition, photo: string, say: Say): ShownPhoto['stories'] {
	return Object.values(stories).flatMap(({ id, photos, texts }) => {
		if (!photos.includes(photo)) return [];
		const titles = Object.entries(texts).map(([lang, { title }]) => [lang, title] as const);
		const title = say(Object.fromEntries(titles));
		return title ? [{ id, title }] : [];
	});
}

/** Where nobody came through its gallery, a photo stands behind the notes of that too. */
export function showElsewhere(exhibition: Exhibition, photo: Photo, lang: Language): ShownPhoto {
	const home = exhibition.galleries.find(({ id }) => id === photo.gallery);
	return home
		? showAlone(exhibition, photo, home, lang)
		: showPhoto(exhibition, photo, photo.gallery, lang);
}

type Values = ReturnType<typeof valuesOf>;

function shownPerson(
	{ people }: Exhibition,
	id: string,
	say: Say,
	values: Values,
): ShownPhoto['people'] {
	const person = people[id];
	const name = say(person?.name);
	if (!person || !name) return [];
	return [{ name: linked(name, personLink(values, id)), changed: person.nameChanged }];
}

function linked(words: Words, facet: string | undefined): Linked {
	return facet === undefined ? words : { ...words, facet };
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
function placeWords(place: Place | undefined, lang: Language, say: Say, values: Values): Linked[] {
	if (!place) return [];
	const country = place.country ? { text: countryName(place.country, lang) } : undefined;
	const parts = {
		...{ name: say(place.name), city: say(place.city) },
		...{ region: say(place.region), country },
	};
	return (['name', 'city', 'region', 'country'] as const).flatMap((level) => {
		const words = parts[level];
		return words ? [linked(words, placeLink(values, level))] : [];
	});
}
