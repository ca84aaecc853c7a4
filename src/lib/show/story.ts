import { formatDate, formatDay } from '../i18n/dates.ts';
import type { Exhibition, Gallery, Language } from '../model.ts';
import type { Story, StoryBlock, StoryText } from '../story-model.ts';
import { showRoom, type ShownRoom } from './gallery.ts';
import { showElsewhere, showNotes, type Note, type ShownPhoto } from './photo.ts';
import { showRecording, type ShownRecording } from './recording.ts';
import { attributes, sayer, type Words } from './words.ts';

/** A story as a list speaks of it. */
export interface ShownTeaser {
	id: string;
	kind: Story['kind'];
	title: Words;
	summary?: Words;
	/** In words; of an event its days. */
	date?: string;
	/** Days that a browser may find to be over since the site was built. */
	ends?: string;
	deadline?: { words: string; value: string };
	/** As of the day on which the site was built. */
	past: boolean;
	closed: boolean;
	/** Behind a note nothing but its title is told. */
	noted: boolean;
	until?: string;
}

export type ShownBlock =
	| { kind: 'prose'; html: string }
	| { kind: 'photo'; photo: ShownPhoto; size: 'column' | 'wide' | 'full' }
	| { kind: 'gallery'; room: ShownRoom }
	| { kind: 'quote'; text: string; by?: { name: Words; changed: boolean } };

export interface ShownStory extends ShownTeaser {
	/** The language that stands in, where it is not the page's. */
	instead?: Language;
	audio?: ShownRecording;
	place?: Words;
	/** For machines. */
	days: { date?: string; starts?: string; ends?: string };
	url?: string;
	byline: { key: 'told_by' | 'written_by' | 'translated_by'; name: string }[];
	people: { name: Words; changed: boolean }[];
	notes: Note[];
	blocks: ShownBlock[];
	/** Those in its text, and then those that only name it. */
	photos: ShownPhoto[];
	/** Pictures that name the story and do not stand in its text. */
	more: ShownPhoto[];
	/** Where its pictures hang. */
	rooms: ShownRoom[];
}

/** Its words in the page's language, or in the first of the exhibition's that it has. */
function textOf(
	{ texts }: Story,
	{ languages }: Pick<Exhibition, 'languages'>,
	lang: Language,
): { text: StoryText; lang: Language } {
	const order = [lang, ...languages, ...Object.keys(texts).sort()];
	const used = order.find((one) => Object.hasOwn(texts, one)) ?? lang;
	return { text: texts[used]!, lang: used };
}

export function showTeaser(exhibition: Exhibition, story: Story, lang: Language): ShownTeaser {
	const { text, lang: used } = textOf(story, exhibition, lang);
	const words = (of: string | undefined) => of && { text: of, ...attributes(used, lang) };
	const { deadline, ends, starts } = story.event ?? {};
	const noted = story.warnings.length > 0;
	return {
		...{ id: story.id, kind: story.kind, noted, until: story.until },
		past: story.event?.past ?? false,
		closed: story.event?.closed ?? false,
		title: { text: text.title, ...attributes(used, lang) },
		summary: (!noted && words(text.summary)) || undefined,
		date: dateOf(story, lang),
		ends: ends ?? starts,
		deadline: deadline ? { words: formatDay(deadline, lang), value: deadline } : undefined,
	};
}

function dateOf({ date, event }: Story, lang: Language): string | undefined {
	const { starts, ends } = event ?? {};
	if (starts && ends && starts !== ends)
		return `${formatDay(starts, lang)} – ${formatDay(ends, lang)}`;
	if (starts) return formatDay(starts, lang);
	if (!date) return undefined;
	const precision = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
	return formatDate({ value: date, precision }, lang);
}

export function showStory(exhibition: Exhibition, story: Story, lang: Language): ShownStory {
	const say = sayer(exhibition, lang);
	const { text, lang: used } = textOf(story, exhibition, lang);
	const { toldBy, writtenBy, translatedBy } = text.byline ?? {};
	const lines = { told_by: toldBy, written_by: writtenBy, translated_by: translatedBy };
	const inText = new Set(text.blocks.flatMap((one) => (one.kind === 'photo' ? one.id : [])));
	const blocks = text.blocks.flatMap((one) => blockOf(exhibition, one, lang));
	const more = story.photos
		.filter((id) => !inText.has(id))
		.flatMap((id) => photoOf(exhibition, id, lang));
	return {
		...showTeaser(exhibition, story, lang),
		instead: used === lang ? undefined : used,
		audio: showRecording(exhibition, text.audio ? { [used]: text.audio } : undefined, lang),
		place: say(story.event?.place),
		days: { date: story.date, starts: story.event?.starts, ends: story.event?.ends },
		url: story.event?.url,
		byline: Object.entries(lines).flatMap(([key, name]) =>
			name ? [{ key: key as 'told_by', name }] : [],
		),
		people: story.people.flatMap((id) => personOf(exhibition, id, lang)),
		notes: showNotes(story.warnings, say),
		blocks,
		photos: [...blocks.flatMap((one) => (one.kind === 'photo' ? one.photo : [])), ...more],
		more,
		rooms: roomsOf(exhibition, story).map((room) => showRoom(exhibition, room, lang)),
	};
}

function blockOf(exhibition: Exhibition, block: StoryBlock, lang: Language): ShownBlock[] {
	if (block.kind === 'prose') return [block];
	if (block.kind === 'photo') {
		const { size } = block;
		return photoOf(exhibition, block.id, lang).map((photo) => ({ kind: 'photo', photo, size }));
	}
	if (block.kind === 'gallery') {
		const gallery = exhibition.galleries.find(({ id }) => id === block.id);
		return gallery ? [{ kind: 'gallery', room: showRoom(exhibition, gallery, lang) }] : [];
	}
	const [by] = block.by === undefined ? [] : personOf(exhibition, block.by, lang);
	return [{ kind: 'quote', text: block.text, by }];
}

function photoOf(exhibition: Exhibition, id: string, lang: Language): ShownPhoto[] {
	const photo = exhibition.photos[id];
	return photo ? [showElsewhere(exhibition, photo, lang)] : [];
}

function personOf({ people, languages }: Exhibition, id: string, lang: Language) {
	const person = people[id];
	const name = sayer({ languages }, lang)(person?.name);
	return person && name ? [{ name, changed: person.nameChanged }] : [];
}

/** The galleries of its pictures, each once. */
function roomsOf({ galleries, photos }: Exhibition, story: Story): Gallery[] {
	const homes = new Set(story.photos.map((id) => photos[id]?.gallery));
	return galleries.filter(({ id }) => homes.has(id));
}
