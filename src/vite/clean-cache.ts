import type { Content, PhotoRecord } from '../lib/server/content/record.ts';
import { forget, prune } from '../lib/server/images/cache.ts';
import type { Made } from '../lib/server/images/pictures.ts';
import type { SourceHash } from '../lib/server/images/sources.ts';

/** Consent was taken back, or never given: the program keeps nothing of it. */
export function isTakenBack({ consent }: Pick<PhotoRecord, 'consent'>): boolean {
	return consent?.status === 'withdrawn' || consent?.status === 'refused';
}

/**
 * Removes from the cache what must not lie there any longer: every file of a photo whose consent was
 * taken back, what was made of a photo before a part of it was covered, and what nobody has used for long.
 *
 * @returns the number of pictures' files
 */
export async function cleanCache(
	cache: string,
	{ root, photos }: Content,
	{ masters, made }: Made,
	hash: SourceHash,
): Promise<number> {
	const inUse = new Set(masters.map(({ key }) => key));
	const sources = new Set(masters.flatMap(({ source, isNew }) => (isNew ? source : [])));
	for (const { file, audio = {} } of photos.filter(isTakenBack)) {
		for (const one of [file, ...Object.values(audio)]) sources.add(await hash(root, one));
	}
	let removed = 0;
	for (const source of sources) removed += await forget(cache, source, inUse);
	// Only what is new can have taken the place of something old.
	return removed + (made > 0 ? await prune(cache) : 0);
}
