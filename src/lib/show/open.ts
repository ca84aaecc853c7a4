import type { Exhibition, Gallery, Photo, Warning } from '../model.ts';

/** The gallery of a photo's canonical page; undefined where that page does not exist. */
export function homeOf({ galleries }: Exhibition, photo: Photo): Gallery | undefined {
	const home = galleries.find(({ id }) => id === photo.gallery);
	const hangs = home?.hangings.some((one) => one.kind === 'photo' && one.id === photo.id);
	return hangs ? home : undefined;
}

/** All content notes that a visitor passes before a photo: its own, its gallery's, the exhibition's. */
export function notesBefore(exhibition: Exhibition, photo: Photo): readonly Warning[] {
	const home = exhibition.galleries.find(({ id }) => id === photo.gallery);
	// A published gallery's notes have the exhibition's among them.
	return [...photo.warnings, ...(home?.warnings ?? exhibition.warnings)];
}

/** May it be shown to somebody who has passed no content note, and be kept by search engines? */
export function isOpen(exhibition: Exhibition, photo: Photo): boolean {
	return photo.indexing && notesBefore(exhibition, photo).length === 0;
}

/** Photos that have a canonical page and may be indexed, in the order of the walls. */
export function indexedPhotos(exhibition: Exhibition): Photo[] {
	return exhibition.galleries.flatMap((gallery) =>
		gallery.hangings.flatMap((one) => {
			const photo = one.kind === 'photo' ? exhibition.photos[one.id] : undefined;
			return photo?.indexing && photo.gallery === gallery.id ? [photo] : [];
		}),
	);
}
