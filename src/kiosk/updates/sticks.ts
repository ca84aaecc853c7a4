import { basename, join } from 'node:path';
import { exists } from '../../lib/server/content/exists.ts';
import type { Disk } from '../durable.ts';
import { folderSource, foldersIn, offersIn } from './folder-source.ts';
import { writeReport, type Report } from './report.ts';
import type { Left, Source } from './source.ts';

export interface SticksGiven {
	/** Where each is mounted, in a folder named as its device. */
	mounts: string;
	/** Where devices are as long as they are plugged in. */
	devices?: string;
	report: () => Promise<Report>;
	/** Unmounts it: it is then clean for other computers, too. */
	letGo?: (name: string) => Promise<void>;
	disk?: Disk;
}

interface Stick {
	/** Its folders that are not done with. */
	open: Set<string>;
	isOurs: boolean;
	isWrong: boolean;
	/** What whoever brought it is told: it may be pulled out. */
	told?: 'read' | 'wrong';
	problem?: string;
}

/**
 * The sticks that somebody brings. Each is read once, told what this device has to tell, and let go:
 * only one that carries something of the house is told anything.
 */
export class Sticks {
	readonly #in = new Map<string, Stick>();

	constructor(private readonly given: SticksGiven) {}

	/** Has one come since this was asked last? */
	async haveCome(): Promise<boolean> {
		for (const name of this.#in.keys()) if (!(await this.#isIn(name))) this.#in.delete(name);
		const names = (await foldersIn(this.given.mounts)).map((folder) => basename(folder));
		let come = false;
		for (const name of names.filter((one) => !this.#in.has(one))) {
			if ((await offersIn(this.#folder(name))).length === 0) continue;
			this.#in.set(name, { open: new Set(), isOurs: false, isWrong: false });
			come = true;
		}
		return come;
	}

	/** Of those that have not been read yet. */
	async sources(): Promise<Source[]> {
		await this.haveCome();
		const unread = [...this.#in].filter(([, { told }]) => told === undefined);
		return (await Promise.all(unread.map(([name, stick]) => this.#of(name, stick)))).flat();
	}

	/** `read`: all may be pulled out; `wrong`: they may too, and one could not be used. */
	get told(): 'read' | 'wrong' | undefined {
		const all = [...this.#in.values()].map(({ told }) => told);
		if (all.length === 0 || all.includes(undefined)) return undefined;
		return all.includes('wrong') ? 'wrong' : 'read';
	}

	/** Sentences for the staff, as long as the stick is in. */
	get problems(): string[] {
		return [...this.#in.values()].flatMap(({ problem }) => problem ?? []);
	}

	#folder(name: string): string {
		return join(this.given.mounts, name);
	}

	/** Once it is let go only its device is left. */
	async #isIn(name: string): Promise<boolean> {
		const { devices = '/dev' } = this.given;
		if (await exists(join(devices, name))) return true;
		return (await offersIn(this.#folder(name))).length > 0;
	}

	async #of(name: string, stick: Stick): Promise<Source[]> {
		const folders = await offersIn(this.#folder(name));
		stick.open = new Set(folders);
		return folders.map((folder) => ({
			...folderSource(folder),
			leave: (left: Left) => this.#leave(name, stick, folder, left),
		}));
	}

	/** Folders for other houses do no harm beside ours. */
	async #leave(name: string, stick: Stick, folder: string, { isOurs, isWrong }: Left) {
		stick.open.delete(folder);
		stick.isOurs ||= isOurs;
		stick.isWrong ||= isOurs && isWrong;
		if (stick.open.size > 0 || this.#in.get(name) !== stick) return;
		if (stick.isOurs) stick.problem = await this.#give(name);
		await this.given.letGo?.(name).catch(() => undefined);
		stick.told = stick.isOurs && !stick.isWrong ? 'read' : 'wrong';
	}

	async #give(name: string): Promise<string | undefined> {
		const { report, disk } = this.given;
		try {
			await writeReport(this.#folder(name), await report(), disk);
			return undefined;
		} catch (error) {
			const { code, message } = error as NodeJS.ErrnoException;
			const why = code === 'ENOSPC' ? 'it is full' : code === 'EROFS' ? 'it is read-only' : message;
			return `health and counts are not on the stick (${why}): bring one that can be written`;
		}
	}
}
