import { join } from 'node:path';
import type { Exhibition } from '../lib/model.ts';
import type { Problem } from '../lib/server/content/problems.ts';
import { cachePath, isWhole, keep } from '../lib/server/images/cache.ts';
import { safeMaster, type SafeMaster } from '../lib/server/images/master.ts';
import { reasonOf } from '../lib/server/images/failure.ts';
import type { MasterPlan } from '../lib/server/images/plan.ts';
import { encode } from '../lib/server/images/render.ts';
import { LazyReading, type Planned, type Reading } from './live-reading.ts';
import type { Options } from './options.ts';
import { Refusal } from './refusal.ts';

/** A page asks for several sizes of a photo at once: decoding it takes longer than all of them. */
const mastersKept = 4;

/** The exhibition while it is edited: read when a page asks for it, again after it has changed. */
export class LiveExhibition {
	readonly #lazy: LazyReading;
	#reading: Promise<Reading> | undefined;
	#told = '';
	#making = new Map<string, Promise<string>>();
	#masters = new Map<string, Promise<SafeMaster>>();

	constructor(
		private readonly options: Options,
		private readonly tell: (problems: readonly Problem[]) => void,
		private readonly fail: (error: unknown) => void,
	) {
		this.#lazy = new LazyReading(options);
	}

	async published(): Promise<Exhibition> {
		return (await this.#read()).exhibition;
	}

	/** A page of this gallery is about to be shown. */
	want(gallery: string): void {
		if (this.#lazy.want(gallery)) this.#reading = undefined;
	}

	/** Forgets what was read. */
	drop(): void {
		this.#lazy.drop();
		this.#reading = undefined;
	}

	/** The path of a picture's file, made now if it was not before; undefined where nothing is planned so. */
	async picture(name: string): Promise<string | undefined> {
		const { media, recordings } = await this.#read();
		const path = cachePath(this.options.cache, name);
		if (recordings.has(name)) return path;
		const planned = media.get(name);
		if (!planned) return undefined;
		if (await isWhole(path)) return path;
		const making = this.#making.get(name) ?? this.#make(planned, path);
		this.#making.set(name, making);
		return making.finally(() => this.#making.delete(name));
	}

	async #make({ file, master, job }: Planned, path: string): Promise<string> {
		const sound = await this.#master(file, master).catch((error: Error) => {
			throw new Refusal(`${file} ${reasonOf(error)}`, 'replace the file', 1);
		});
		await keep(this.options.cache, job.name, await encode(sound, job));
		return path;
	}

	#master(file: string, plan: MasterPlan): Promise<SafeMaster> {
		const source = join(this.options.exhibition, file);
		const master = this.#masters.get(plan.key) ?? safeMaster(source, plan);
		this.#masters.delete(plan.key);
		this.#masters.set(plan.key, master);
		master.catch(() => this.#masters.delete(plan.key));
		const [oldest] = this.#masters.keys();
		if (oldest !== undefined && this.#masters.size > mastersKept) this.#masters.delete(oldest);
		return master;
	}

	#read(): Promise<Reading> {
		if (this.#reading) return this.#reading;
		const reading = this.#lazy.read();
		this.#reading = reading;
		// A reading that failed is tried again by the next page.
		reading.then(
			({ problems }) => this.#tell(problems),
			(error: unknown) => {
				if (this.#reading === reading) this.drop();
				this.fail(error);
			},
		);
		return reading;
	}

	/** The same problems are not told again because another gallery was opened. */
	#tell(problems: readonly Problem[]): void {
		const text = JSON.stringify(problems);
		if (text !== this.#told) this.tell(problems);
		this.#told = text;
	}
}

/** Where the files of the content folder lie that no page depends on. */
export function ownFiles(root: string): string {
	return join(root, '.exhibition');
}
