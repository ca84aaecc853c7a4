import { join } from 'node:path';
import type { Exhibition, Picture, Rendition } from '../lib/model.ts';
import { concurrently } from '../lib/server/content/concurrent.ts';
import { examine } from '../lib/server/content/examine.ts';
import type { Problem } from '../lib/server/content/problems.ts';
import { publicExhibition } from '../lib/server/content/public.ts';
import type { PhotoRecord } from '../lib/server/content/record.ts';
import { cachePath, isWhole } from '../lib/server/images/cache.ts';
import { makeRendition, planPicture, type Studio } from '../lib/server/images/pictures.ts';
import { settings } from '../lib/server/images/settings.ts';
import { statHash } from '../lib/server/images/sources.ts';
import type { Options } from './options.ts';

interface Reading {
	exhibition: Exhibition;
	/** Which photo a file of `/media/` shows. */
	media: ReadonlyMap<string, { photo: PhotoRecord; rendition: Rendition }>;
}

/** The exhibition while it is edited: read when a page asks for it, again after it has changed. */
export class LiveExhibition {
	#reading: Promise<Reading> | undefined;
	#making = new Map<string, Promise<string>>();
	readonly #studio: Studio;

	constructor(
		private readonly options: Options,
		private readonly tell: (problems: readonly Problem[]) => void,
	) {
		const { exhibition: root, cache } = options;
		this.#studio = { root, cache, settings: settings.fast, hash: statHash };
	}

	async published(): Promise<Exhibition> {
		return (await this.#read()).exhibition;
	}

	/** Forgets what was read. */
	drop(): void {
		this.#reading = undefined;
	}

	/** The path of a picture's file, made now if it was not before; undefined where nothing is planned so. */
	async picture(name: string): Promise<string | undefined> {
		const found = (await this.#read()).media.get(name);
		if (!found) return undefined;
		const path = cachePath(this.options.cache, name);
		if (await isWhole(path)) return path;
		const making =
			this.#making.get(name) ?? makeRendition(this.#studio, found.photo, found.rendition);
		this.#making.set(name, making);
		return making.finally(() => this.#making.delete(name));
	}

	#read(): Promise<Reading> {
		const reading = (this.#reading ??= this.#readNow());
		// A reading that failed is tried again by the next page.
		reading.catch(() => this.#reading === reading && this.drop());
		return reading;
	}

	async #readNow(): Promise<Reading> {
		const { exhibition: root, asOf, channel, cache } = this.options;
		const { content, decisions, problems } = await examine(root, asOf, channel, cache);
		this.tell(problems);
		const shown = content.photos.filter(({ id }) => decisions.photos.get(id)?.published);
		const planned = await concurrently(16, shown, async (photo) => {
			return [photo.id, await planPicture(this.#studio, photo)] as [string, Picture];
		});
		const pictures = new Map(planned);
		const media = new Map(
			shown.flatMap((photo) =>
				(pictures.get(photo.id)?.renditions ?? []).map(
					(rendition) => [rendition.name, { photo, rendition }] as const,
				),
			),
		);
		return { exhibition: publicExhibition(content, decisions, pictures), media };
	}
}

/** Where the files of the content folder lie that no page depends on. */
export function ownFiles(root: string): string {
	return join(root, '.exhibition');
}
