import type { Outcome, Step, Subject } from '../contract/operations.ts';
import type { HistoryEntry, Version, View } from '../contract/view.ts';
import { StudioRefusal } from './studio-refusal.ts';

/** A file that the history knows: a subject's, or a story's in one language. */
export type Kept = Subject | { kind: 'story'; story: string; lang: string };

export interface DeskOptions {
	/** For the lock: where the studio that has the folder can be found. */
	port?: number;
	/** The day on which it is decided what is public, `2026-11-27`; today. */
	day?: () => string;
	/** Folder in which pictures' metadata are remembered; `.exhibition/cache` in the content folder. */
	cache?: string;
}

/**
 * The files of one exhibition, for one studio at a time: read, changed field by field, undone.
 * All that it will not do is a {@link StudioRefusal}.
 */
export class Desk {
	private constructor(readonly folder: string) {}

	/** Takes the folder's lock, and ends or takes back what was interrupted. */
	static async open(folder: string, _options: DeskOptions = {}): Promise<Desk> {
		return new Desk(folder);
	}

	async view(): Promise<View> {
		return notYet();
	}

	/** Writes all operations of a step or, where one conflicts, none. */
	async change(_step: Step): Promise<Outcome> {
		return notYet();
	}

	async undo(): Promise<Outcome> {
		return notYet();
	}

	async redo(): Promise<Outcome> {
		return notYet();
	}

	/** The latest first. */
	async history(): Promise<HistoryEntry[]> {
		return notYet();
	}

	/** The latest first. */
	async versions(_of: Kept): Promise<Version[]> {
		return notYet();
	}

	async restore(_of: Kept, _version: string): Promise<Outcome> {
		return notYet();
	}

	/**
	 * For what other code does to the files at once: seal, withdraw, intake. Nothing else is written meanwhile.
	 *
	 * @param final why it cannot be undone
	 */
	async record(_title: string, _change: () => Promise<void>, _final?: string): Promise<Outcome> {
		return notYet();
	}

	/** Calls back with the files that were changed beside us, relative to the content folder. */
	watch(_listener: (files: string[]) => void): () => void {
		return () => undefined;
	}

	/** Gives the lock back. */
	async close(): Promise<void> {}
}

function notYet(): never {
	throw new StudioRefusal('This is not built yet.', 'wait for the next version');
}
