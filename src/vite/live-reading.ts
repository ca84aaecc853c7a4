import { dirname } from 'node:path';
import type { Exhibition, Picture } from '../lib/model.ts';
import { concurrently } from '../lib/server/content/concurrent.ts';
import { judge, type Examined } from '../lib/server/content/examine.ts';
import type { Problem } from '../lib/server/content/problems.ts';
import { publicExhibition } from '../lib/server/content/public.ts';
import { readWritten, withPhotos, type Written } from '../lib/server/content/read.ts';
import type { PhotoRecord } from '../lib/server/content/record.ts';
import { planOf } from '../lib/server/images/pictures.ts';
import type { Job, MasterPlan } from '../lib/server/images/plan.ts';
import { statHash } from '../lib/server/images/sources.ts';
import { wishes } from '../lib/server/images/wishes.ts';
import { makeRecordings } from '../lib/server/recordings/recordings.ts';
import type { Options } from './options.ts';

/** A file of `/media/` that can be made. */
export interface Planned {
	/** Source, relative to the content folder. */
	file: string;
	master: MasterPlan;
	job: Job;
}

export interface Reading {
	exhibition: Exhibition;
	media: ReadonlyMap<string, Planned>;
	/** Names of files that are made already. */
	recordings: ReadonlySet<string>;
	problems: readonly Problem[];
}

/**
 * Reads as much of an exhibition as its pages in use need: the words at once, pictures only where a
 * page shows them. So ten thousand photos begin as soon as ten.
 */
export class LazyReading {
	#written: Promise<Written> | undefined;
	/** Paths of files and folders that are opened. */
	#wanted = new Set<string>();
	/** Ids of galleries that somebody looked at. */
	#galleries = new Set<string>();

	constructor(private readonly options: Options) {}

	/** Whether this gallery was not asked for before. */
	want(gallery: string): boolean {
		const isNew = !this.#galleries.has(gallery);
		this.#galleries.add(gallery);
		return isNew;
	}

	/** Forgets what was written. */
	drop(): void {
		this.#written = undefined;
	}

	async read(): Promise<Reading> {
		const written = await (this.#written ??= readWritten(this.options.exhibition));
		let examined = await this.#look(written);
		// What is seen to be needed may show that something else is: a cover that cannot be opened.
		for (let round = 0; round < 8; round++) {
			const more = this.#needed(examined).filter((path) => !this.#wanted.has(path));
			if (more.length === 0) break;
			for (const path of more) this.#wanted.add(path);
			examined = await this.#look(written);
		}
		return this.#publish(examined);
	}

	async #look(written: Written): Promise<Examined> {
		const { asOf, channel, cache } = this.options;
		const hash = (path: string) => statHash('', path);
		const isWanted = (file: string) => this.#wanted.has(file) || this.#wanted.has(dirname(file));
		return judge(await withPhotos(written, { cache, isWanted, hash }), asOf, channel);
	}

	/** Folders of the galleries in use, photos of others that hang there too, and every cover. */
	#needed({ content, decisions }: Examined): string[] {
		const used = content.galleries.filter(({ id }) => this.#galleries.has(id));
		const folders = used.map(({ folder }) => folder || '.');
		const shown = publicExhibition(content, decisions, sizesOf(content.photos));
		const hung = used.flatMap(({ hangings }) =>
			hangings.flatMap((one) => ('id' in one ? one.id : [])),
		);
		const covers = shown.galleries.map(({ cover }) => cover);
		const ids = new Set([...hung, ...covers, shown.opening]);
		const files = content.photos.filter(({ id, unread }) => unread && ids.has(id));
		return [...folders, ...files.map(({ file }) => file)];
	}

	async #publish({ content, decisions, problems }: Examined): Promise<Reading> {
		const { exhibition: root, cache } = this.options;
		const wanted = wishes(content, decisions, 'fast', true).filter(({ photo }) => !photo.unread);
		const plans = await concurrently(16, wanted, async (one) => {
			const plan = await planOf({ root, cache, hash: statHash }, one);
			return { ...one.photo, ...plan };
		});
		const planned = plans.map(({ id, picture }) => [id, picture] as const);
		const pictures = new Map([...sizesOf(content.photos), ...planned]);
		const media = plans.flatMap(({ file, master, jobs }) =>
			jobs.map((job) => [job.name, { file, master, job }] as const),
		);
		const recordings = await makeRecordings(content, decisions, cache);
		const exhibition = publicExhibition(content, decisions, pictures, recordings);
		return {
			exhibition,
			media: new Map(media),
			recordings: new Set(recordings.values()),
			problems,
		};
	}
}

function sizesOf(photos: readonly PhotoRecord[]): Map<string, Picture> {
	return new Map(photos.map(({ id, size }) => [id, { ...size, renditions: [] }]));
}
