import type { Exhibition } from '../../model.ts';
import type { Decisions } from './decisions.ts';
import type { Content, PhotoRecord } from './record.ts';

/** Ids of photos that were withdrawn with their files: only their entries are left. */
export function goneIds({ galleries }: Pick<Content, 'galleries'>): string[] {
	return galleries.flatMap(({ hangings }) =>
		hangings.flatMap((one) => (one.kind === 'gone' ? one.id : [])),
	);
}

/**
 * Ids of all photos whose consent was withdrawn, whether they were published or not: they must not be
 * left in an older copy either. Sorted.
 */
export function withdrawnIds(content: Pick<Content, 'galleries' | 'photos'>): string[] {
	return [...takenBack(content, ({ consent }) => consent?.status === 'withdrawn')].sort();
}

/** An id that another photo has taken since is that one's. */
function takenBack(
	content: Pick<Content, 'galleries' | 'photos'>,
	isBack: (photo: PhotoRecord) => boolean,
): Set<string> {
	const ids = new Set(goneIds(content));
	for (const photo of content.photos) {
		if (isBack(photo)) ids.add(photo.id);
		else ids.delete(photo.id);
	}
	return ids;
}

/** The addresses that say that their picture was withdrawn. A photo that was never published has none. */
export function withdrawnAddresses(
	content: Pick<Content, 'galleries' | 'photos'>,
	decisions: Pick<Decisions, 'galleries'>,
): Exhibition['withdrawn'] {
	const ids = takenBack(
		content,
		({ published, consent }) => published && consent?.status === 'withdrawn',
	);
	const all = content.galleries
		.filter((gallery) => decisions.galleries.get(gallery)?.published)
		.flatMap(({ id: gallery, hangings }) =>
			hangings.flatMap((one) =>
				one.kind !== 'text' && ids.has(one.id) ? { gallery, photo: one.id } : [],
			),
		);
	return [...new Map(all.map((one) => [`${one.gallery}/${one.photo}`, one])).values()];
}
