import { SvelteMap } from 'svelte/reactivity';
import type { SetOperation, Subject } from '../contract/operations.ts';
import type { Kept } from './keep.ts';
import { without } from './read.ts';

/** What was typed into one field and is not written yet. */
export interface Draft {
	operation: SetOperation;
	title: string;
	at: number;
}

/** After so long without a key, in ms, it is written. */
export const idleMs = 800;

export const keyOf = (of: Subject, path: readonly string[]): string => JSON.stringify([of, path]);

/** Unwritten input: shown in place of what is written, kept in the browser until the server has it. */
export class Drafts {
	readonly #drafts = new SvelteMap<string, Draft>();
	#kept: Kept<Draft> | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(private readonly flush: () => Promise<unknown>) {}

	/** Brings back what a crash left. Returns how many. */
	async restore(kept: Kept<Draft>): Promise<number> {
		this.#kept = kept;
		const left = await kept.all();
		for (const one of left) this.#drafts.set(keyOf(one.operation.of, one.operation.path), one);
		return left.length;
	}

	get count(): number {
		return this.#drafts.size;
	}

	get all(): readonly Draft[] {
		return [...this.#drafts.values()];
	}

	/** The field said `was` when the first key was pressed: that is what the new value is compared with. */
	type(operation: SetOperation, title: string): void {
		const key = keyOf(operation.of, operation.path);
		const earlier = this.#drafts.get(key)?.operation;
		this.#put(key, {
			operation: earlier ? since(operation, earlier.was) : operation,
			title,
			at: now(),
		});
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), idleMs);
	}

	/** Now, as when a field is left. */
	async save(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#drafts.size) await this.flush();
	}

	/** Written, or given up by whoever typed it. What was typed meanwhile stays, and starts from there. */
	settle(drafts: readonly Draft[]): void {
		for (const { operation, at } of drafts) {
			const key = keyOf(operation.of, operation.path);
			const left = this.#drafts.get(key);
			if (!left) continue;
			if (left.at !== at)
				this.#put(key, { ...left, operation: since(left.operation, operation.value) });
			else {
				this.#drafts.delete(key);
				void this.#kept?.drop(key);
			}
		}
	}

	#put(key: string, draft: Draft): void {
		this.#drafts.set(key, draft);
		void this.#kept?.put(key, draft);
	}
}

/** Two keys within a millisecond are two times. */
let last = 0;
const now = () => (last = Math.max(last + 1, Date.now()));

function since(operation: SetOperation, was: SetOperation['was']): SetOperation {
	const rest = without(operation, 'was');
	return was === undefined ? rest : { ...rest, was };
}
