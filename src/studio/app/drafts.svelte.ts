import { SvelteMap } from 'svelte/reactivity';
import type { SetOperation, StoryOperation } from '../contract/operations.ts';
import type { Kept } from './keep.ts';
import { without } from './read.ts';

/** A field, or a story. */
export type Typed = SetOperation | StoryOperation;

/** What was typed into one field and is not written yet. */
export interface Draft {
	operation: Typed;
	title: string;
	at: number;
}

/** After so long without a key, in ms, it is written: with two thousand photos that takes a quarter of a second more. */
export const idleMs = 600;

export function keyOf(operation: Typed): string {
	const { do: kind } = operation;
	return JSON.stringify(
		kind === 'set' ? [operation.of, operation.path] : [operation.story, operation.lang],
	);
}

const valueOf = (operation: Typed) => (operation.do === 'set' ? operation.value : operation.text);

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
		for (const one of left) this.#drafts.set(keyOf(one.operation), one);
		return left.length;
	}

	get count(): number {
		return this.#drafts.size;
	}

	get all(): readonly Draft[] {
		return [...this.#drafts.values()];
	}

	/** The field said `was` when the first key was pressed: that is what the new value is compared with. */
	type(operation: Typed, title: string): void {
		const key = keyOf(operation);
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
			const key = keyOf(operation);
			const left = this.#drafts.get(key);
			if (!left) continue;
			if (left.at !== at)
				this.#put(key, { ...left, operation: since(left.operation, valueOf(operation)) });
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

function since(operation: Typed, was: Typed['was']): Typed {
	const rest = { ...operation, was };
	return (was === undefined ? without(rest, 'was') : rest) as Typed;
}
