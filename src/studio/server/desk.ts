import type { Outcome, Step, Subject } from '../contract/operations.ts';
import type { HistoryEntry, Version, View } from '../contract/view.ts';

export type Versioned = Subject | { kind: 'story'; story: string; lang: string };

/** The files of an exhibition, as the server changes them; `src/studio/files/desk.ts` has them. */
export interface Desk {
	view(): Promise<View>;
	change(step: Step): Promise<Outcome>;
	undo(): Promise<Outcome>;
	redo(): Promise<Outcome>;
	history(): Promise<readonly HistoryEntry[]>;
	versions(of: Versioned): Promise<readonly Version[]>;
	restore(of: Versioned, version: string): Promise<Outcome>;
	/**
	 * Other code changes files, while nothing else does; it becomes one step of the history.
	 *
	 * @param final why it cannot be undone
	 */
	record(title: string, change: () => Promise<void>, final?: string): Promise<Outcome>;
	/** Calls back with the files that were changed beside us. Returns how to stop. */
	watch(listener: (files: readonly string[]) => void): () => void;
	close(): Promise<void>;
}
