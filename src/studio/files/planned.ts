import { shaOf } from './disk.ts';
import { hunksOf } from './hunks.ts';
import type { FileChange } from './journal.ts';
import type { Plan, Reading } from './plan.ts';
import type { Read, Store } from './store.ts';
import { refuseTooLong } from './unfit.ts';
import { Unproved } from './unproved.ts';

/** The files of a step as they were read, so that what is planned and what is written are of one state. */
export class Snapshot implements Reading {
	readonly read = new Map<string, Read | undefined>();

	constructor(private readonly store: Store) {}

	async text(file: string): Promise<string | undefined> {
		if (!this.read.has(file)) this.read.set(file, await this.store.read(file));
		return this.read.get(file)?.text;
	}

	names(folder: string): Promise<readonly string[]> {
		return this.store.names(folder);
	}
}

/**
 * What a plan changes, file by file.
 *
 * @throws {Unproved} where a text does not say what it should; it is kept for who looks into it
 */
export async function changesOf(
	plan: Plan,
	snapshot: Snapshot,
	store: Store,
): Promise<FileChange[]> {
	const changes: FileChange[] = [];
	const add = (file: string, after: string | undefined) => {
		const before = snapshot.read.get(file);
		if (before?.text === after) return;
		if (after !== undefined) refuseTooLong(file, after);
		const hunks = hunksOf(before?.text ?? '', after ?? '');
		const sha = after === undefined ? null : shaOf(after);
		changes.push({ file, before: before?.sha ?? null, after: sha, hunks });
	};
	for (const [file, { draft, isNew }] of plan.drafts) {
		try {
			const text = String(draft);
			if (!isNew || text !== '') add(file, text);
		} catch (error) {
			const before = snapshot.read.get(file)?.text;
			if (error instanceof Unproved) await store.keepFailed(file, before, error.text);
			throw error;
		}
	}
	for (const [file, { after }] of plan.stories) add(file, after);
	return changes;
}
