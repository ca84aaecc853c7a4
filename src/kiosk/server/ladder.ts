import { hour, minute, second } from './clock.ts';

export type Step = 'none' | 'reload' | 'restart' | 'reboot' | 'give up';

/** What is known of one screen's page and browser; times in milliseconds of one clock that only grows. */
export interface Watched {
	/** A heartbeat, a request for its setup, a connection that was opened; or the browser's start. */
	lastSign: number;
	/** When it stopped listening to orders, unless it does again. */
	droppedAt?: number;
	lastReload?: number;
	/** Of the browser, by this ladder. */
	restarts: readonly number[];
	/** Of the device, by this ladder: these outlive kioskd. */
	reboots: readonly number[];
}

/**
 * A frozen page is to be back in ATTRACT within 75 s, and does not follow an order to reload: so
 * the steps are earlier than one would give a page that might recover. Three heartbeats of 15 s are
 * missing at 45 s; 5 s are enough for the order; what is left is for the browser to start.
 */
export const reloadAfter = 45 * second;
export const restartAfter = 50 * second;
/**
 * A crashed page is to be back within 10 s. Its connection breaks at once, and a live page has it
 * open again after half a second; a browser needs the rest.
 */
export const droppedAfter = 4 * second;
/** A page that was told to load anew has left, and may take so long to be there. */
export const reloadGrace = 20 * second;
/** So long a browser may take to start, beside the silence that is allowed. */
export const startGrace = 15 * second;

const restartsBeforeReboot = 3;
const restartWindow = 10 * minute;
export const rebootsBeforeEnd = 3;
export const rebootWindow = hour;

/** What is to be done now: the gentlest step that has not been tried in vain. */
export function step(now: number, watched: Watched): Step {
	const { lastSign, lastReload = -Infinity } = watched;
	const silence = now - lastSign;
	if (silence >= restartAfter || isGone(now, watched)) return heavier(now, watched);
	return silence >= reloadAfter && lastReload < lastSign ? 'reload' : 'none';
}

function isGone(now: number, { droppedAt, lastReload = -Infinity }: Watched): boolean {
	if (droppedAt === undefined || now - lastReload < reloadGrace) return false;
	return now - droppedAt >= droppedAfter;
}

function heavier(now: number, { restarts, reboots }: Watched): Step {
	const recent = (times: readonly number[], window: number) =>
		times.filter((time) => now - time < window).length;
	if (recent(restarts, restartWindow) < restartsBeforeReboot) return 'restart';
	return recent(reboots, rebootWindow) < rebootsBeforeEnd ? 'reboot' : 'give up';
}
