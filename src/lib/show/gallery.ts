import { hang } from '../hang.ts';
import type {
	Exhibition,
	Gallery,
	Hanging,
	Language,
	Photo,
	Picture,
	Rendition,
} from '../model.ts';
import { showNotes, showPhoto, type Note, type ShownPhoto } from './photo.ts';
import { showRecording, type ShownRecording } from './recording.ts';
import { sayer, type Words } from './words.ts';

/** A gallery as the entrance and other galleries speak of it. */
export interface ShownRoom {
	id: string;
	title?: Words;
	summary?: Words;
	/** Number of photos. */
	count: number;
	cover?: ShownCover;
}

/** The picture that stands for a gallery. */
export interface ShownCover {
	picture: Picture;
	alt?: Words;
	/** As in CSS, such as `42% 31%`: what must stay in sight where it is cropped. */
	focal: string;
	crop: boolean;
	/** Last day on which it may be shown. */
	until?: string;
}

/** What messengers show of a link. */
export interface ShownCard {
	file: Rendition;
	alt?: string;
}

/** What stands under one another on its wall. */
export type ShownBlock =
	| { kind: 'section'; id: string; title?: Words }
	| { kind: 'text'; text?: Words; audio?: ShownRecording }
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
		cover: photo && showCover(exhibition, photo, lang),
	};
}

export function showCover(exhibition: Exhibition, photo: Photo, lang: Language): ShownCover {
	const { picture, crop, alt, until } = photo;
	const focal = photo.focal.map((part) => `${Math.round(part * 100)}%`).join(' ');
	return { picture, crop, focal, until, alt: sayer(exhibition, lang)(alt) };
}

/** Undefined where the picture may not be shared. */
export function cardOf(
	cover: Pick<ShownCover, 'picture' | 'alt'> | undefined,
): ShownCard | undefined {
	const file = cover?.picture.card;
	return file && { file, alt: cover.alt?.text };
}

/** The picture of the entrance's first screen. */
export function showOpening(exhibition: Exhibition, lang: Language): ShownCover | undefined {
	const { opening, photos } = exhibition;
	const photo = opening === undefined ? undefined : photos[opening];
	return photo && showCover(exhibition, photo, lang);
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
		if (block.kind === 'text') {
			const { text, audio } = block.text;
			return { kind: 'text', text: say(text), audio: showRecording(exhibition, audio, lang) };
		}
		if (block.kind === 'lead') return { kind: 'lead', photos: shown(block.photo) };
		return { kind: 'row', photos: block.photos.flatMap(shown) };
	});
}
