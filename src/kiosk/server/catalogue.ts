import { join } from 'node:path';
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
});

/** What `kiosk.json` of a build says about what hangs there. */
export interface Catalogue {
	/** Addresses of each photo's files, from `/`. */
	files: ReadonlyMap<string, readonly string[]>;
	galleries: readonly string[];
}

/** Reads it once for each release. */
export class Catalogues {
	#folder: string | undefined;
	#read: Promise<Catalogue | undefined> = Promise.resolve(undefined);

	/** undefined where there is none that can be read. */
	of(shown: Shown | undefined): Promise<Catalogue | undefined> {
		if (!shown) return Promise.resolve(undefined);
		if (shown.folder !== this.#folder) {
			this.#folder = shown.folder;
			this.#read = readCatalogue(shown.folder);
		}
		return this.#read;
	}
}

export async function readCatalogue(folder: string): Promise<Catalogue | undefined> {
	const read = await readKept(join(folder, 'kiosk.json'), schema);
	if (!read) return undefined;
	return {
		files: new Map(read.photos.map(({ id, files }) => [id, files.map(addressOf)])),
		galleries: read.galleries.map((one) => (typeof one === 'string' ? one : one.id)),
	};
}

function addressOf(file: string): string {
	return `/${file.replace(/^\/+/, '')}`;
}
