import { join } from 'node:path';
import { hashFile, hashText } from '../../../lib/server/content/hash.ts';
import type { Region } from '../../../lib/server/content/schema/photo.ts';
import { StatIndex } from '../../../lib/server/content/stat-index.ts';
import {
	cachePath,
	isKept,
	readManifest,
	writeManifest,
	type Manifest,
	type MasterName,
} from '../../../lib/server/images/cache.ts';
import { encoder } from '../../../lib/server/images/render.ts';
import type { PhotoView } from '../../contract/view.ts';
import { Denied } from '../denied.ts';
import { inside } from '../inside.ts';
import { NotMade, type Apprentice } from './apprentice.ts';
import { coveredOn } from './covered.ts';
import { Queue } from './queue.ts';
import { within } from './size.ts';
import type { PictureMade, PictureTask } from './tasks.ts';

/** In the notes of the cache, beside what a build notes: how the picture looks. */
interface Noted extends Manifest {
	look?: string;
}

interface Asked {
	photo: PhotoView;
	/** Pixels on the longer side. */
	long: number;
	/** With what is covered on it. */
	safe: boolean;
}

/**
 * The desk's pictures of photos, made when they are asked for, and found in the cache the next time. They
 * are noted there like a site's, so that what is withdrawn or sealed is forgotten with all that was made of it.
 */
export class Pictures {
	readonly #queue: Queue<Apprentice>;
	#noting: Promise<unknown> = Promise.resolve();

	private constructor(
		readonly root: string,
		readonly cache: string,
		readonly apprentices: readonly Apprentice[],
		readonly sources: StatIndex<string>,
	) {
		this.#queue = new Queue(apprentices);
	}

	static async open(root: string, cache: string, apprentices: readonly Apprentice[]) {
		// Its own: a build forgets what it did not ask for.
		const sources = await StatIndex.open<string>(join(cache, 'studio-sources.json'));
		return new Pictures(root, cache, apprentices, sources);
	}

	/**
	 * Path of the JPEG.
	 *
	 * @throws {Denied} 410 where consent was taken back, 422 where it cannot be decoded, 404, 503
	 */
	async file({ photo, long, safe }: Asked): Promise<string> {
		refuseTakenBack(photo);
		const file = await inside(this.root, photo.file);
		const redact = safe ? coveredOn(photo.entry.redact) : [];
		const master = masterOf(await this.sourceOf(photo.file), redact);
		const name = `${hashText(`${master.key} ${long}`).slice(0, 20)}-${long}.jpg`;
		const path = cachePath(this.cache, name);
		if (isKept(this.cache, name, readManifest(this.cache, master))) return path;
		const task: PictureTask = {
			...{ do: 'picture', file, redact, cache: this.cache, name },
			...within(photo, long),
		};
		await this.#queue.ask(name, async (apprentice) => {
			const made = await apprentice.do(task).catch(explain);
			await this.#note(master, name, made);
		});
		return path;
	}

	/** SHA-256 of a file of the exhibition. */
	sourceOf(file: string): Promise<string> {
		return this.sources.get(this.root, [file], () => hashFile(join(this.root, file)));
	}

	/** How a photo looks; undefined where none of its pictures was made yet. */
	async lookOf(photo: PhotoView): Promise<string | undefined> {
		const source = await this.sourceOf(photo.file);
		const master = masterOf(source, coveredOn(photo.entry.redact));
		return (readManifest(this.cache, master) as Noted | undefined)?.look;
	}

	async close(): Promise<void> {
		for (const apprentice of this.apprentices) apprentice.close();
		await this.#noting;
		// Of this folder nothing is in the cache, so nothing that was known is forgotten.
		await this.sources.save(this.cache).catch(() => undefined);
	}

	/** One after the other: two sizes of a photo may be ready at once. */
	#note(master: MasterName, name: string, { bytes, colour, look }: PictureMade): Promise<void> {
		const noted = this.#noting.then(() => {
			const before = readManifest(this.cache, master);
			const manifest: Noted = { colour, look, bytes: { ...before?.bytes, [name]: bytes } };
			return writeManifest(this.cache, master, manifest);
		});
		this.#noting = noted.catch(() => undefined);
		return noted;
	}
}

function masterOf(source: string, redact: readonly Region[]): MasterName {
	const shapes = redact.map(({ shape, x, y, w, h, points }) => ({ shape, x, y, w, h, points }));
	return { source, key: hashText(JSON.stringify(['studio', source, shapes, encoder])) };
}

/** The program keeps nothing of it, so it makes nothing either. */
function refuseTakenBack({ entry }: PhotoView): void {
	const { status } = (entry.consent ?? {}) as { status?: unknown };
	if (status !== 'withdrawn' && status !== 'refused') return;
	throw new Denied(410, 'consent was taken back: this picture is not shown', 'leave it away');
}

function explain(error: unknown): never {
	if (!(error instanceof NotMade)) throw error;
	throw new Denied(422, `the picture ${error.message}`, 'export it as JPEG, and import it again');
}
