import type { Conflict, Step } from '../contract/operations.ts';
import type { Draft } from './drafts.svelte.ts';

/** What could not be written yet, and what to do. */
export interface Trouble {
	says: string;
	remedy: string;
	/** Does it again. */
	again?: () => Promise<unknown>;
}

/** What somebody else has changed meanwhile, until somebody decides. */
export interface Dispute {
	step: Step;
	conflicts: readonly Conflict[];
	/** What of the unwritten input was in it. */
	drafts: readonly Draft[];
}
