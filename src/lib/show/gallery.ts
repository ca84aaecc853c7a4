import { hang } from '../hang.ts';
import type { Exhibition, Gallery, Hanging, Language } from '../model.ts';
import { showNotes, showPhoto, type Note, type ShownPhoto } from './photo.ts';
import { sayer, type Words } from './words.ts';

/** A gallery as the entrance and other galleries speak of it. */
export interface ShownRoom {
	id: string;
	title?: Words;
	summary?: Words;
	/** Number of photos. */
	count: number;
	cover?: ShownPhoto;
}

/** What stands under one another on its wall. */
export type ShownBlock =
	| { kind: 'section'; id: string; title?: Words }
	| { kind: 'text'; text?: Words }
	| { kind: 'lead' | 'row'; photos: ShownPhoto[] };

export interface ShownGallery {
	room: ShownRoom;
	text?: Words;
	notes: Note[];
	support?: Words;
	blocks: ShownBlock[];
	next?: ShownRoom;
}

export function photoIds(gallery: Gallery): string[] {
	return gallery.hangings.flatMap((one) => (one.kind === 'photo' ? one.id : []));
}

export function showRoom(exhibition: Exhibition, gallery: Gallery, lang: Language): ShownRoom {
	const say = sayer(exhibition, lang);
	const { id, title, summary, cover } = gallery;
	const photo = cover === undefined ? undefined : exhibition.photos[cover];
	return {
		id,
		title: say(title),
		summary: say(summary),
		count: photoIds(gallery).length,
		cover: photo && showPhoto(exhibition, photo, id, lang),
	};
}

export function showGallery(
	exhibition: Exhibition,
	gallery: Gallery,
	lang: Language,
): ShownGallery {
	const say = sayer(exhibition, lang);
	const { galleries } = exhibition;
	const next = galleries[(galleries.indexOf(gallery) + 1) % galleries.length];
	return {
		room: showRoom(exhibition, gallery, lang),
		text: say(gallery.text),
		notes: showNotes(gallery.warnings, say),
		support: say(gallery.support),
		blocks: blocksOf(exhibition, gallery, lang),
		next: next && next !== gallery ? showRoom(exhibition, next, lang) : undefined,
	};
}

function blocksOf(exhibition: Exhibition, gallery: Gallery, lang: Language): ShownBlock[] {
	const say = sayer(exhibition, lang);
	const shown = ({ id }: Extract<Hanging, { kind: 'photo' }>) => {
		const photo = exhibition.photos[id];
		return photo ? [showPhoto(exhibition, photo, gallery.id, lang)] : [];
	};
	return hang(gallery.hangings, gallery.sections).map((block): ShownBlock => {
		if (block.kind === 'section') {
			return { kind: 'section', id: block.section.id, title: say(block.section.title) };
		}
		if (block.kind === 'text') return { kind: 'text', text: say(block.text.text) };
		if (block.kind === 'lead') return { kind: 'lead', photos: shown(block.photo) };
		return { kind: 'row', photos: block.photos.flatMap(shown) };
	});
}
