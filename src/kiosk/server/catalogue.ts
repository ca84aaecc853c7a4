import { join, posix } from 'node:path';
import * as v from 'valibot';
import { readKept } from './kept.ts';
import type { Shown } from './releases.ts';

const text = v.pipe(v.string(), v.minLength(1));

const schema = v.object({
	format: v.literal(1),
	photos: v.array(
		v.object({
			id: text,
			gallery: v.union([text, v.array(text)]),
			until: v.optional(text),
			files: v.array(text),
		}),
	),
	withdrawn: v.optional(v.array(v.unknown()), []),
	galleries: v.array(v.union([text, v.object({ id: text })])),
	publicUrl: v.optional(v.nullable(text)),
});

/** What `kiosk.json` of a build says about what hangs there. */
export interface Catalogue {
	/** Addresses of each photo's files, as {@link addressOf} spells them. */
	files: ReadonlyMap<string, readonly string[]>;
	galleries: readonly string[];
	/** Where the codes lead; null where there is none, undefined where an older build says nothing. */
	publicUrl?: string | null;
}

/** Sentences for the staff: what the pages that are shown lack. */
export function lacking(catalogue: Catalogue | undefined): string[] {
	if (catalogue?.publicUrl !== null) return [];
	return [
		'there are no QR codes: write `public_url` into `exhibition.yaml`, and bring a new release',
	];
}

/** Reads it once for each release. */
export class Catalogues {
	#folder: string | undefined;
	#read: Promise<Catalogue | undefined> = Promise.resolve(undefined);

	/** undefined where there is none that can be read. */
	of(shown: Shown | undefined): Promise<Catalogue | undefined> {
		if (!shown || shown.catalogue) return Promise.resolve(shown?.catalogue);
		if (shown.folder !== this.#folder) {
			this.#folder = shown.folder;
			this.#read = readCatalogue(join(shown.folder, 'kiosk.json'));
		}
		return this.#read;
	}
}

/** @param file `kiosk.json` of a build, or `release.json` of a release, which says the same */
export async function readCatalogue(file: string): Promise<Catalogue | undefined> {
	const read = await readKept(file, schema);
	if (!read) return undefined;
	return {
		files: new Map(read.photos.map(({ id, files }) => [id, files.map(addressOf)])),
		galleries: read.galleries.map((one) => (typeof one === 'string' ? one : one.id)),
		publicUrl: read.publicUrl,
	};
}

/**
 * One spelling for all that lead to a file: a server finds a page also without its ending, and any
 * file with a slash too many.
 */
export function addressOf(file: string): string {
	const path = posix.normalize(`/${file}`).replace(/\/$/, '');
	return path.replace(/\.html?$/, '').replace(/\/index$/, '') || '/';
}
