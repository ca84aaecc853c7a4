import type { HistoryEntry } from '../contract/view.ts';
import type { Entry } from './journal.ts';

/** What can be taken back and done again, as the journal's entries leave it; the last of each list is next. */
export interface Stacks {
	undo: readonly Entry[];
	redo: readonly Entry[];
}

export function stacksOf(entries: readonly Entry[]): Stacks {
	const [undo, redo]: [Entry[], Entry[]] = [[], []];
	for (const entry of entries) {
		if (entry.kind === 'step') redo.length = 0;
		else (entry.kind === 'undo' ? undo : redo).pop();
		(entry.kind === 'undo' ? redo : undo).push(entry);
	}
	return { undo, redo };
}

/** The latest first. */
export function historyOf(entries: readonly Entry[]): HistoryEntry[] {
	const undone = new Map(entries.flatMap(({ kind, of }) => (of ? [[of, kind === 'undo']] : [])));
	return entries
		.filter(({ kind }) => kind === 'step')
		.map(({ n, title, at, final }) => {
			const entry = { number: n, title, at, undone: undone.get(n) ?? false };
			return final === undefined ? entry : { ...entry, final };
		})
		.reverse();
}
