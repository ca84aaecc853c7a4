import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exhibition } from '../lib/model.ts';
import { compare } from '../lib/server/content/problems.ts';
import type { TakenOff } from '../lib/server/content/withdrawn.ts';
import { filesOfPhoto } from './belongings.ts';

/** At the top of a kiosk's build. */
export const kioskIndexName = 'kiosk.json';

/** Beside it: whom consent keeps from a kiosk is nobody's business who only sees the build. */
export const takenOffName = '.nigoh-taken-off';

/** What must be known of a build to take a photo out of it without making it anew. */
export interface KioskIndex {
	format: 1;
	photos: {
		id: string;
		/** The one whose folder holds it. */
		gallery: string;
		/** Last day on which it may be shown. */
		until?: string;
		/** Everything that is this photo's; what two photos share is in the lists of both. */
		files: string[];
	}[];
	/** Ids of photos that were withdrawn: they must be in no copy that is kept. */
	withdrawn: string[];
	/** Ids, in the exhibition's order. */
	galleries: string[];
	/** Where the codes lead; null where there is no published site: there are no codes then. */
	publicUrl: string | null;
}

/**
 * @param files of the site
 * @throws {Error} where a photo should have a file that the site has not: it could not be taken out
 */
export function kioskIndex(
	exhibition: Exhibition,
	withdrawn: string[],
	files: readonly string[],
): KioskIndex {
	const there = new Set(files);
	const photos = Object.values(exhibition.photos).map((photo) => {
		const { id, gallery, until } = photo;
		const own = filesOfPhoto(photo, exhibition, files);
		const missing = own.find((file) => !there.has(file));
		if (missing !== undefined) throw new Error(`the site lacks ${missing}, a file of "${id}"`);
		return { id, gallery, until, files: own };
	});
	return {
		format: 1,
		photos: photos.sort((a, b) => compare(a.id, b.id)),
		withdrawn,
		galleries: exhibition.galleries.map(({ id }) => id),
		publicUrl: exhibition.publicUrl ?? null,
	};
}

/** @param takenOff what a release must take out of those before it */
export async function writeKioskIndex(
	site: string,
	index: KioskIndex,
	takenOff: TakenOff,
): Promise<void> {
	await writeFile(join(site, kioskIndexName), `${JSON.stringify(index)}\n`);
	await writeFile(join(site, takenOffName), `${JSON.stringify(takenOff)}\n`);
}
