import type { Gallery, Photo } from '../../model.ts';

/**
 * The photo of the entrance's first screen: the first lead that stands for no gallery, so that nobody
 * sees the same one twice in a row; where there is none, the first gallery's cover. Never one with a
 * content note, of its own or of its gallery.
 */
export function openingOf(
	galleries: readonly Gallery[],
	photos: Readonly<Record<string, Photo>>,
): string | undefined {
	const covers = galleries.flatMap(({ cover }) => cover ?? []);
	const open = galleries.filter(({ warnings }) => warnings.length === 0);
	const leads = open.flatMap(({ hangings }) =>
		hangings.flatMap((one) => (one.kind === 'photo' && one.hang === 'lead' ? one.id : [])),
	);
	const ids = [...leads.filter((id) => !covers.includes(id)), ...covers];
	return ids.find((id) => photos[id]?.warnings.length === 0);
}
