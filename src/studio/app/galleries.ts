import type { Operation } from '../contract/operations.ts';
import type { GalleryView, PhotoView, View } from '../contract/view.ts';
import { setValue } from './read.ts';

/** The photo that stands for a gallery: the one its file names, else the first. */
export function coverOf(
	{ entry, hangings }: GalleryView,
	photo: (id: string) => PhotoView | undefined,
): PhotoView | undefined {
	const named = typeof entry.cover === 'string' ? photo(entry.cover) : undefined;
	return named ?? hangings.flatMap(({ key }) => photo(key) ?? [])[0];
}

/** A gallery so many places on in the exhibition's order. */
export function moveGallery(view: View, id: string, by: number): Operation[] {
	const order = view.galleries.map((one) => one.id);
	const at = order.indexOf(id);
	if (at < 0 || at + by < 0 || at + by >= order.length) return [];
	order.splice(at, 1);
	order.splice(at + by, 0, id);
	return [setValue({ kind: 'exhibition' }, view.exhibition, ['galleries'], order)];
}
