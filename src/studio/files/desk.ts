import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { today } from '../../lib/server/content/day.ts';
import { removeDrafts } from '../../lib/server/content/write.ts';
import type { Outcome, Step, Subject } from '../contract/operations.ts';
import type { HistoryEntry, Version, View } from '../contract/view.ts';
import { settle } from './carry-out.ts';
import { inWords, realDisk, type Disk } from './disk.ts';
import { Eyes } from './eyes.ts';
import { Journal } from './journal.ts';
import { Lock } from './lock.ts';
import { own } from './paths.ts';
import { record } from './record.ts';
import { Showing } from './showing.ts';
import { historyOf } from './stacks.ts';
import { Store } from './store.ts';
import { StudioRefusal } from './studio-refusal.ts';
import { fileOf, versionsOf, versionText } from './versions.ts';
import { Watcher } from './watcher.ts';
import { Work } from './work.ts';

/** A file that the history knows: a subject's, or a story's in one language. */
export type Kept = Subject | { kind: 'story'; story: string; lang: string };

export interface DeskOptions {
	/** For the lock: where the studio that has the folder can be found. */
	port?: number;
	/** The day on which it is decided what is public, `2026-11-27`; today. */
	day?: () => string;
	/** Folder in which pictures' metadata are remembered; `.exhibition/cache` in the content folder. */
	cache?: string;
	/** For tests: one that is full, or fails. */
	disk?: Disk;
	/** How long a file that another program holds is waited for, in milliseconds; 3000. */
	patience?: number;
}

/**
 * The files of one exhibition, for one studio at a time: read, changed field by field, undone.
 * All that it will not do is a {@link StudioRefusal}.
 */
export class Desk {
	#queue: Promise<unknown> = Promise.resolve();
	#watcher: Watcher | undefined;
	#showing = new Showing();
	#listeners = new Set<(files: string[]) => void>();

	private constructor(
		readonly folder: string,
		private readonly lock: Lock,
		private readonly work: Work,
		private readonly day: () => string,
	) {
		work.onOutside = (files) => this.#tell(files);
	}

	/** Takes the folder's lock, and ends or takes back what was interrupted. */
	static async open(folder: string, options: DeskOptions = {}): Promise<Desk> {
		const root = await realpath(folder).catch(() => {
			throw new StudioRefusal(`There is no folder ${folder}.`, 'name one with --exhibition DIR');
		});
		const lock = await takeLock(root, options.port);
		try {
			const { disk = realDisk, patience, cache = join(root, '.exhibition', 'cache') } = options;
			const store = new Store(root, disk, patience);
			const readJournal = () => Journal.read(join(root, own, 'journal.ndjson'), disk);
			const journal = await readJournal();
			await settle({ store, journal });
			const work = new Work(store, new Eyes(root, cache), journal, readJournal);
			await work.eyes.look();
			for (const one of work.folders()) await removeDrafts(join(root, one));
			return new Desk(root, lock, work, options.day ?? today);
		} catch (error) {
			await lock.release();
			throw error;
		}
	}

	/** Where the studio can be found, once it listens. */
	listens(port: number): Promise<void> {
		return this.lock.say(port);
	}

	view(): Promise<View> {
		return this.#alone(async () => {
			await this.work.ready();
			await this.work.look();
			return this.#showing.view(this.work, this.day());
		});
	}

	/** Writes all operations of a step or, where one conflicts, none. */
	change({ title, operations }: Step): Promise<Outcome> {
		return this.#alone(() => this.work.step({ title, kind: 'step', deeds: operations }));
	}

	undo(): Promise<Outcome> {
		return this.#alone(() => this.work.undo());
	}

	redo(): Promise<Outcome> {
		return this.#alone(() => this.work.redo());
	}

	/** The latest first. */
	async history(): Promise<HistoryEntry[]> {
		return historyOf(this.work.journal.entries);
	}

	/** The latest first. */
	async versions(of: Kept): Promise<Version[]> {
		return this.#alone(async () => versionsOf(this.folder, fileOf(await this.work.book(), of)));
	}

	restore(of: Kept, version: string): Promise<Outcome> {
		return this.#alone(async () => {
			const file = fileOf(await this.work.book(), of);
			const text = await versionText(this.folder, file, version);
			return this.work.replace(file, text, `Brought back an earlier ${file}`);
		});
	}

	/**
	 * For what other code does to the files at once: seal, withdraw, intake. Nothing else is written meanwhile.
	 *
	 * @param final why it cannot be undone
	 */
	record(title: string, change: () => Promise<void>, final?: string): Promise<Outcome> {
		return this.#alone(() => record(this.work, { title, change, final }));
	}

	/** Calls back with the files that were changed beside us, relative to the content folder. */
	watch(listener: (files: string[]) => void): () => void {
		this.#listeners.add(listener);
		this.#watcher ??= new Watcher(this.folder, () => {
			void this.#alone(() => this.work.look()).catch(() => undefined);
		});
		this.#watcher.follow(this.work.folders());
		return () => {
			this.#listeners.delete(listener);
		};
	}

	/** Gives the lock back. */
	async close(): Promise<void> {
		this.#watcher?.close();
		await this.#queue.catch(() => undefined);
		await this.lock.release();
	}

	#tell(files: string[]): void {
		this.#watcher?.follow(this.work.folders());
		for (const listener of this.#listeners) listener(files);
	}

	/** One after the other, in the order of the calls. */
	#alone<T>(act: () => Promise<T>): Promise<T> {
		const mine = this.#queue.catch(() => undefined).then(act);
		this.#queue = mine;
		return mine;
	}
}

async function takeLock(root: string, port?: number): Promise<Lock> {
	const folder = join(root, own);
	try {
		await mkdir(folder, { recursive: true });
		// None of it belongs under version control.
		await writeFile(join(root, '.exhibition', '.gitignore'), '*\n', { flag: 'wx' }).catch(
			(error: NodeJS.ErrnoException) => {
				if (error.code !== 'EEXIST') throw error;
			},
		);
		return await Lock.take(join(folder, 'lock'), { pid: process.pid, port });
	} catch (error) {
		throw inWords(error, `${own}/lock`);
	}
}
