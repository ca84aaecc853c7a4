import type { Decisions } from './decisions.ts';
import type { Decision } from './publish.ts';

/** Who said no is not shown to anybody, the curator included. */
const taken = /^consent is (refused|withdrawn)$/;

/** The same decisions, with all published that is held back for a time: drafts, and what lacks a consent yet. */
export function withWaiting(decisions: Decisions): Decisions {
	return {
		...decisions,
		photos: shown(decisions.photos),
		stories: shown(decisions.stories),
		galleries: shown(decisions.galleries),
	};
}

function shown<K>(decided: ReadonlyMap<K, Decision>): ReadonlyMap<K, Decision> {
	return new Map([...decided].map(([key, decision]) => [key, asShown(decision)]));
}

function asShown(decision: Decision): Decision {
	if (decision.reasons.some(({ reason }) => taken.test(reason))) return decision;
	// Without its last day too: a page hides what is past it.
	return { ...decision, published: true, reasons: [], until: undefined };
}
