import type { Kiosk } from '../kiosk-model.ts';
import type { Exhibition, Language } from '../model.ts';
import { showCover, type ShownCover } from './gallery.ts';
import { attributes, sayer, type Words } from './words.ts';

/** What a kiosk's page is made of. */
export interface ShownKiosk {
	settings: Kiosk;
	languages: readonly Language[];
	/** Of the exhibition, in each language. */
	titles: Words[];
	attract: (ShownCover & { id: string })[];
	/** A rendition of each gallery's cover: a kiosk that can show them is well. */
	proofs: { gallery: string; name: string }[];
	publicUrl?: string;
}

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
	const proofs = galleries.flatMap(({ id, cover }) => {
		const files = cover === undefined ? [] : (photos[cover]?.picture.renditions ?? []);
		const file = files.find(({ format }) => format === 'avif');
		return file ? [{ gallery: id, name: file.name }] : [];
	});
	return { settings: kiosk, languages, titles, attract, proofs, publicUrl };
}
