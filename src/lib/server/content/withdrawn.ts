import type { Exhibition } from '../../model.ts';
import type { Decisions } from './decisions.ts';
import type { Content, PhotoRecord } from './record.ts';

/** Ids of photos that were withdrawn with their files: only their entries are left. */
export function goneIds({ galleries }: Pick<Content, 'galleries'>): string[] {
	return galleries.flatMap(({ hangings }) =>
		hangings.flatMap((one) => (one.kind === 'gone' ? one.id : [])),
	);
}

/** Ids of photos that were withdrawn, sorted: the public may know, for their addresses say so. */
export function withdrawnIds(content: Pick<Content, 'galleries' | 'photos'>): string[] {
	const ids = takenBack(
		content,
		({ published, consent }) => published && consent?.status === 'withdrawn',
	);
	return [...ids].sort();
}

/** Whose pictures may be in no copy of this exhibition, an older one neither. Sorted ids. */
export interface TakenOff {
	withdrawn: string[];
	/** Those of them whose consent may still be given, or be given again. */
	mayReturn: string[];
}

/**
 * All photos that consent keeps back, whether they were published or not. Of a draft of which nobody was
 * asked yet there are no copies: it is not even named.
 */
export function takenOff(
	content: Pick<Content, 'galleries' | 'photos'>,
	{ photos }: Pick<Decisions, 'photos'>,
): TakenOff {
	const isFinal = ({ consent }: PhotoRecord) => /^(withdrawn|refused)$/.test(consent?.status ?? '');
	const isHeld = ({ id }: PhotoRecord) =>
		photos.get(id)?.reasons.some(({ path }) => path[0] === 'consent') ?? false;
	const final = takenBack(content, isFinal);
	const wasAsked = ({ published, consent }: PhotoRecord) =>
		published || consent?.status === 'given';
	const held = content.photos.filter((one) => !isFinal(one) && wasAsked(one) && isHeld(one));
	const mayReturn = held.map(({ id }) => id).sort();
	return { withdrawn: [...final, ...mayReturn].sort(), mayReturn };
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
	const ids = new Set(withdrawnIds(content));
	const all = content.galleries
		.filter((gallery) => decisions.galleries.get(gallery)?.published)
		.flatMap(({ id: gallery, hangings }) =>
			hangings.flatMap((one) =>
				one.kind !== 'text' && ids.has(one.id) ? { gallery, photo: one.id } : [],
			),
		);
	return [...new Map(all.map((one) => [`${one.gallery}/${one.photo}`, one])).values()];
}
