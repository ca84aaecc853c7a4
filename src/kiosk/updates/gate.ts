import type { Screens } from './screens.ts';

/** Milliseconds. */
const quiet = 120_000;
const nearOpening = 120_000;

/**
 * May another release be shown now? A visitor never sees it happen, and those who wait at the door do
 * not either.
 *
 * @param fromOpening how long it is to the next opening or since the last, in milliseconds
 * @param isAsked by staff, who stand there and need not wait
 */
export function mayShow(screens: Screens, fromOpening: number, isAsked: boolean): boolean {
	if (isAsked) return screens.isQuiet(0);
	return fromOpening > nearOpening && screens.isQuiet(quiet);
}
