import type { Kiosk } from '../kiosk-model.ts';
import type { Exhibition, Gallery, Language } from '../model.ts';
import { photoIds, showCover, type ShownCover } from './gallery.ts';
import { attributes, sayer, type Words } from './words.ts';

/** What a kiosk's page is made of. */
export interface ShownKiosk {
	settings: Kiosk;
	languages: readonly Language[];
	/** Of the exhibition, in each language. */
	titles: Words[];
	attract: (ShownCover & { id: string })[];
	/** A kiosk that can show a picture of each gallery is well. */
	proofs: Proof[];
	publicUrl?: string;
}

/** Photos of a gallery that may prove it, with a rendition of each: the first that may still be shown does. */
export interface Proof {
	gallery: string;
	photos: { id: string; name: string }[];
}

/** Some may be withdrawn, and all of them but the first are no load for a page. */
const mostProofs = 6;

/** @returns undefined for the web's site */
export function showKiosk(exhibition: Exhibition): ShownKiosk | undefined {
	const { kiosk, languages, photos, galleries, publicUrl } = exhibition;
	if (!kiosk) return undefined;
	const titles = languages.flatMap((lang) => {
		const words = sayer(exhibition, lang)(exhibition.title);
		return words ? [{ ...words, ...attributes(words.lang ?? lang, '') }] : [];
	});
	const attract = kiosk.attract.flatMap((id) => {
		const photo = photos[id];
		return photo ? [{ id, ...showCover(exhibition, photo, kiosk.language) }] : [];
	});
	const proofs = galleries.map((gallery) => proofOf(exhibition, gallery));
	return { settings: kiosk, languages, titles, attract, proofs, publicUrl };
}

function proofOf({ photos }: Exhibition, gallery: Gallery): Proof {
	const all = new Set([
		...(gallery.cover === undefined ? [] : [gallery.cover]),
		...photoIds(gallery),
	]);
	const named = [...all].flatMap((id) => {
		const file = photos[id]?.picture.renditions.find(({ format }) => format === 'avif');
		return file ? [{ id, name: file.name }] : [];
	});
	return { gallery: gallery.id, photos: named.slice(0, mostProofs) };
}
