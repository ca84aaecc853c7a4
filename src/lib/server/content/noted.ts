import type { Content, PhotoRecord, StoryRecord } from './record.ts';
import { present } from './text.ts';

/** What a content note stands before, which is more than what has one of its own. */
export interface Noted {
	/** Everything in the exhibition. */
	all: boolean;
	photo(photo: Pick<PhotoRecord, 'gallery' | 'warnings'>): boolean;
}

/** A photo's own note, that of the gallery whose folder holds it, and that of the exhibition. */
export function notedIn({
	exhibition,
	galleries,
}: Pick<Content, 'exhibition' | 'galleries'>): Noted {
	const all = present(exhibition.warnings).length > 0;
	const noted = new Set(galleries.filter((one) => one.warnings.length > 0).map(({ id }) => id));
	return {
		all,
		photo: ({ gallery, warnings }) => all || warnings.length > 0 || noted.has(gallery),
	};
}

/** A note in one language stands before the others too. */
export function notedStories(
	{ stories }: Pick<Content, 'stories'>,
	{ all }: Noted,
): (story: Pick<StoryRecord, 'id'>) => boolean {
	const ids = stories.filter(({ matter }) => present(matter.warnings).length > 0);
	const noted = new Set(ids.map(({ id }) => id));
	return ({ id }) => all || noted.has(id);
}
