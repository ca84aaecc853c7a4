import { fold } from '../fold.ts';
import type { Exhibition, Gallery, Language, Photo, Picture } from '../model.ts';
import { photoIds } from '../show/gallery.ts';
import { showElsewhere } from '../show/photo.ts';
import { showStory } from '../show/story.ts';
import { sayer, type Words } from '../show/words.ts';
import { cut } from './cut.ts';

/** What a result shows: from our own words, for those that are searched are folded. */
export interface Finding {
	title?: Words;
	/** Beginning of its caption or text. */
	text?: Words;
	/** Number of pictures, of a gallery. */
	count?: number;
	/** A small picture, its file below `media/`, and its size in pixels. */
	picture?: { name: string; width: number; height: number };
	/** The last day on which it may be shown. */
	until?: string;
}

/** A page that can be found. */
export interface SearchRecord {
	/** Its path below the site's root, such as `en/galleries/road/`. */
	url: string;
	/** Folded words. */
	content: string;
	finding: Finding;
}

const longestText = 160;
const smallWidth = 160;

/**
 * Everything that a visitor can find in one language. Nothing of what stands behind a content note: such
 * a photo is in no record, and of such a gallery only what stands before its note. A photo that search
 * engines may not have can be found here: this index is read by nobody but the visitor who is here already.
 * Of a story behind a note only its title can be found.
 */
export function recordsOf(exhibition: Exhibition, lang: Language): SearchRecord[] {
	const { galleries, photos, stories } = exhibition;
	const hung = new Set(galleries.flatMap(photoIds));
	return [
		...[...hung].flatMap((id) => {
			const photo = photos[id];
			return photo ? photoRecord(exhibition, photo, lang) : [];
		}),
		...galleries.map((gallery) => galleryRecord(exhibition, gallery, lang)),
		...Object.values(stories).map((story) => storyRecord(showStory(exhibition, story, lang), lang)),
	];
}

function photoRecord(exhibition: Exhibition, photo: Photo, lang: Language): SearchRecord[] {
	const shown = showElsewhere(exhibition, photo, lang);
	if (shown.notes.length > 0) return [];
	const { title, caption, alt, description, transcript, place, keywords, credit, date } = shown;
	const say = sayer(exhibition, lang);
	// The name of somebody whose pictures may not be joined would join them.
	const people = photo.people.flatMap((id) => {
		const person = exhibition.people[id];
		return person?.linkable ? say(person.name) : undefined;
	});
	const home = exhibition.galleries.find(({ id }) => id === photo.gallery);
	// A keyword without a page is somebody's name.
	const themes = keywords.filter(({ facet }) => facet !== undefined);
	const words = [title, caption, alt, description, transcript, ...place, ...people, ...themes];
	return [
		{
			url: `${lang}/galleries/${photo.gallery}/${photo.id}/`,
			content: folded([...words, ...credit, say(home?.title), date && { text: date.words }]),
			finding: {
				title,
				text: cut(caption, longestText),
				picture: small(photo.picture),
				until: photo.until,
			},
		},
	];
}

function galleryRecord(exhibition: Exhibition, gallery: Gallery, lang: Language): SearchRecord {
	const say = sayer(exhibition, lang);
	const [title, summary, text] = [gallery.title, gallery.summary, gallery.text].map(say);
	const cover = gallery.cover === undefined ? undefined : exhibition.photos[gallery.cover];
	const inside = gallery.hangings.map((one) => (one.kind === 'text' ? say(one.text) : undefined));
	const sections = gallery.sections.map((section) => say(section.title));
	const open = gallery.warnings.length > 0 ? [] : [...sections, ...inside];
	return {
		url: `${lang}/galleries/${gallery.id}/`,
		content: folded([title, summary, text, ...open]),
		finding: {
			title,
			text: cut(summary ?? text, longestText),
			count: photoIds(gallery).length,
			// A gallery outlives the picture that stands for it.
			picture: cover && cover.until === undefined ? small(cover.picture) : undefined,
		},
	};
}

function storyRecord(
	{ id, title, summary, noted, blocks, place, photos, until }: Told,
	lang: Language,
): SearchRecord {
	const said = noted ? [] : [...blocks.flatMap(saidIn), place];
	const [first] = noted ? [] : photos.filter(({ notes }) => notes.length === 0);
	return {
		url: `${lang}/stories/${id}/`,
		content: folded([title, summary, ...said]),
		finding: {
			...{ title, until },
			text: cut(summary, longestText),
			// It may end before the story does.
			picture: first && first.until === undefined ? small(first.picture) : undefined,
		},
	};
}

type Told = ReturnType<typeof showStory>;

/** What a piece of a story says itself; pictures and galleries are found by themselves. */
function saidIn(block: Told['blocks'][number]): Words[] {
	if (block.kind === 'quote') return [{ text: block.text }];
	if (block.kind !== 'prose') return [];
	return [{ text: block.html.replace(/<[^>]*>/g, ' ').replace(/&#\d+;|&\w+;/g, ' ') }];
}

/**
 * Words of a record. Persian joins parts of a word without a space between them, and many hands write
 * one: its parts are words of their own too.
 */
function folded(words: readonly (Words | undefined)[]): string {
	const text = words.flatMap((one) => one?.text ?? []).join(' . ');
	const apart = text.match(/\S*\u200c\S*/g) ?? [];
	return fold([text, ...apart.map((one) => one.replaceAll('\u200c', ' '))].join(' . '));
}

function small({ renditions, width, height }: Picture): Finding['picture'] {
	const files = renditions.filter(({ format }) => format === 'avif');
	const file = files.find((one) => one.width >= smallWidth) ?? files.at(-1);
	return file && { name: file.name, width, height };
}
