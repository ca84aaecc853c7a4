import { dirname, join } from 'node:path';
import type { FoundFile } from '../../contract/intake.ts';
import type { View } from '../../contract/view.ts';
import { NotMade, type Apprentice } from '../darkroom/apprentice.ts';
import type { Pictures } from '../darkroom/pictures.ts';
import { Queue } from '../darkroom/queue.ts';
import type { Examined } from '../darkroom/tasks.ts';
import { Denied } from '../denied.ts';
import { fileName } from './file-name.ts';
import { Known } from './known.ts';
import type { Kept, Quarantine } from './quarantine.ts';

const most = { batches: 20, files: 5000 };

interface Batch {
	known: Known;
	files: Map<string, Kept>;
}

interface Parts {
	view: () => Promise<View>;
	pictures: Pictures;
	quarantine: Quarantine;
	apprentice: Apprentice;
}

/** The one way in for files that somebody brings. Nothing of the exhibition is written here. */
export class Intake {
	readonly #batches = new Map<string, Promise<Batch>>();
	readonly #queue: Queue<Apprentice>;

	constructor(readonly parts: Parts) {
		this.#queue = new Queue([parts.apprentice], most.files);
	}

	/**
	 * Puts a file into quarantine and looks at it.
	 *
	 * @throws {Denied} 413, 415, 422: what is said there is also what a `FoundFile` says
	 */
	async take(
		place: { batch: string; key: string },
		given: string,
		source: AsyncIterable<Uint8Array>,
	): Promise<FoundFile> {
		const { batch, key } = place;
		const { known, files } = await this.#batch(batch);
		if (files.size >= most.files) throw tooMany;
		const name = fileName(given);
		files.delete(key);
		try {
			const kept = await this.parts.quarantine.keep(place, name, source);
			const { hash, look, ...found } = await this.#examine(kept);
			const duplicateOf = known.sameAs(hash);
			const alike = duplicateOf === undefined ? known.alike(look) : undefined;
			known.add(key, hash, look);
			files.set(key, kept);
			return { key, name: kept.name, bytes: kept.bytes, ...found, duplicateOf, alike };
		} catch (error) {
			await this.parts.quarantine.remove(join(batch, key));
			throw refusedAs(error, { key, name });
		}
	}

	/** The files of a batch that are to be added. */
	async chosen(batch: string, keys: readonly string[]): Promise<{ key: string; file: string }[]> {
		const { files } = await this.#batch(batch);
		return [...new Set(keys)].map((key) => {
			const kept = files.get(key);
			if (kept) return { key, file: kept.file };
			throw new Denied(404, 'one of these files is not here any more', 'drop the files again');
		});
	}

	/** What is in the exhibition now is here no more; others are compared with it. */
	async forget(batch: string, keys: readonly string[]): Promise<void> {
		const { files } = await this.#batch(batch);
		for (const key of keys) {
			const kept = files.get(key);
			if (kept) await this.parts.quarantine.remove(dirname(kept.file));
			files.delete(key);
		}
	}

	close(): void {
		this.parts.apprentice.close();
	}

	#batch(name: string): Promise<Batch> {
		const there = this.#batches.get(name);
		if (there) return there;
		if (this.#batches.size >= most.batches) throw tooMany;
		const { view, pictures } = this.parts;
		const begun = view().then(async (now) => {
			return { known: await Known.of(now, pictures), files: new Map<string, Kept>() };
		});
		this.#batches.set(name, begun);
		begun.catch(() => this.#batches.delete(name));
		return begun;
	}

	async #examine({ file }: Kept): Promise<Examined> {
		const { view, quarantine } = this.parts;
		const { languages } = await view();
		const path = quarantine.path(file);
		const task = { do: 'examine', file: path, languages } as const;
		return this.#queue.ask(file, (apprentice) => apprentice.do(task));
	}
}

/** Both an error and a `FoundFile`: whoever shows the batch finds the reason where it belongs. */
function refusedAs(error: unknown, file: Pick<FoundFile, 'key' | 'name'>): unknown {
	const denied =
		error instanceof NotMade
			? new Denied(422, `the picture ${error.message}`, 'export it as JPEG, or leave it out')
			: error;
	if (!(denied instanceof Denied)) return denied;
	const found: FoundFile = { ...file, bytes: 0, removed: [], entry: {}, refused: denied.message };
	return new Denied(denied.status, denied.message, denied.remedy, found);
}

const tooMany = new Denied(
	429,
	'too many files are waiting to be added',
	'add these first, or begin the studio anew',
);
