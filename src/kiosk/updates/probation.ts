import type { Screens } from './screens.ts';

/** Milliseconds. */
const length = 60_000;
/** A release that failed is taken away within 90 s, also where a page is in nobody's hands. */
const latest = 85_000;

/** Watches a release that has just been shown. */
export class Probation {
	#since: number;

	/** @param now milliseconds, as in {@link verdict} */
	constructor(
		readonly release: string,
		now: number,
	) {
		this.#since = now;
	}

	/** Undefined as long as nothing can be said. */
	verdict(screens: Screens, now: number): 'passed' | 'failed' | undefined {
		const age = now - this.#since;
		if (age < length) return undefined;
		if (screens.hasPassed(this.release)) return 'passed';
		if (screens.isInUse?.(this.release)) {
			// Whoever uses it keeps it from showing what it can; it begins again when they have gone.
			this.#since = now;
			return undefined;
		}
		return screens.isQuiet(0) || age >= latest ? 'failed' : undefined;
	}
}
