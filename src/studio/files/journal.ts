import { readFile, stat } from 'node:fs/promises';

import type { Json, Operation } from '../contract/operations.ts';
import { inWords, realDisk, type Disk } from './disk.ts';
import type { Hunk } from './hunks.ts';

/** A file that a step changed; a hash is null where there was or is no file. */
export interface FileChange {
	file: string;
	before: string | null;
	after: string | null;
	hunks: readonly Hunk[];
}

/** A file that goes elsewhere; relative to the content folder. */
export interface FileMove {
	from: string;
	to: string;
}

/** Brings a removed photo back from the trash. */
export interface ReturnOperation {
	do: 'return';
	photo: string;
	gallery: string;
	item: Json;
	before: string | null;
	moves: readonly FileMove[];
}

export type Deed = Operation | ReturnOperation;

/** One step as the journal keeps it. */
export interface Entry {
	n: number;
	at: string;
	title: string;
	kind: 'step' | 'undo' | 'redo';
	/** Of an undo or a redo: the step. */
	of?: number;
	/** Why it cannot be undone. */
	final?: string;
	files: readonly FileChange[];
	moves: readonly FileMove[];
	/** What was done, and what takes it back where a file has changed since. */
	deeds: readonly Deed[];
	inverse: readonly Deed[];
}

/** What is to be done. */
export interface Task {
	title: string;
	kind: Entry['kind'];
	of?: number;
	deeds: readonly Deed[];
}

type Line = Entry | { done: number } | { failed: number };

/**
 * What was done, one line of JSON each: a step stands here before it is begun, and is marked when all its
 * files are written.
 */
export class Journal {
	#isTorn = true;
	#marks: Line[] = [];
	#size: number;

	private constructor(
		private readonly path: string,
		private readonly disk: Disk,
		readonly entries: Entry[],
		/** Begun, and not said to be done. */
		readonly open: Entry[],
		private last: number,
		size: number,
	) {
		this.#size = size;
	}

	static async read(path: string, disk = realDisk): Promise<Journal> {
		const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return '';
			throw error;
		});
		const lines = text.split('\n').flatMap(parse);
		const begun = lines.filter((line): line is Entry => 'n' in line);
		const done = new Set(lines.flatMap((line) => ('done' in line ? line.done : [])));
		const failed = new Set(lines.flatMap((line) => ('failed' in line ? line.failed : [])));
		const last = Math.max(0, ...begun.map(({ n }) => n));
		const open = begun.filter(({ n }) => !done.has(n) && !failed.has(n));
		const finished = begun.filter(({ n }) => done.has(n));
		return new Journal(path, disk, finished, open, last, Buffer.byteLength(text));
	}

	/** Is it the file that was read and written here? Whoever erases a photo erases this too. */
	async isStill(): Promise<boolean> {
		const found = await stat(this.path).catch(() => undefined);
		return (found?.size ?? 0) === this.#size;
	}

	nextNumber(): number {
		return ++this.last;
	}

	/**
	 * Written down, and on the disk, before anything of it is done.
	 *
	 * @returns false where somebody has erased the file since: what was read of it must not come back
	 */
	async begin(entry: Entry): Promise<boolean> {
		if (!(await this.#append([...this.#marks, entry], true))) return false;
		this.#marks = [];
		return true;
	}

	async done(entry: Entry): Promise<void> {
		this.entries.push(entry);
		await this.#mark({ done: entry.n });
	}

	async failed({ n }: Entry): Promise<void> {
		await this.#mark({ failed: n });
	}

	/** One for which there is no room waits for the next step; if it gets lost, the files tell. */
	async #mark(line: Line): Promise<void> {
		this.#marks.push(line);
		await this.#append(this.#marks, false).then(
			() => (this.#marks = []),
			() => undefined,
		);
	}

	async #append(lines: readonly Line[], isDurable: boolean): Promise<boolean> {
		const file = await this.disk.open(this.path, 'a', 0o600);
		try {
			if ((await file.stat()).size !== this.#size) return false;
			// What was cut off stays a line of its own, which is passed over.
			const whole = lines.map((line) => `${JSON.stringify(line)}\n`);
			const text = `${this.#isTorn ? '\n' : ''}${whole.join('')}`;
			this.#isTorn = true;
			await file.writeFile(text).finally(async () => (this.#size = (await file.stat()).size));
			if (isDurable) await file.sync();
			this.#isTorn = false;
			return true;
		} catch (error) {
			throw inWords(error, this.path);
		} finally {
			await file.close();
		}
	}
}

function parse(text: string): Line[] {
	try {
		const line = JSON.parse(text) as Line;
		return typeof line === 'object' && line !== null ? [line] : [];
	} catch {
		return [];
	}
}
