/** The physical top left, the same in every direction of writing, in px. */
const side = 96;
const taps = 7;
const withinMs = 4000;

/** Counts taps in the corner; true at the seventh within four seconds. */
export function cornerGesture(): (x: number, y: number, now: number) => boolean {
	let times: number[] = [];
	return (x, y, now) => {
		if (x >= side || y >= side) {
			times = [];
			return false;
		}
		times = [...times, now].filter((time) => now - time <= withinMs);
		if (times.length < taps) return false;
		times = [];
		return true;
	};
}

/** A finger, or dirt, that stays where it is for longer is no visitor, in ms. */
const stuckMs = 60_000;
/** As far as a still finger trembles, in px. */
const tremble = 12;

/** Touches at one point without a pause of their own: a stuck one is told from a visitor. */
export function stuckTouch(): (x: number, y: number, now: number) => boolean {
	let from: { x: number; y: number; since: number; last: number } | undefined;
	return (x, y, now) => {
		const isSame = from && Math.hypot(x - from.x, y - from.y) <= tremble && now - from.last < 5000;
		from = isSame && from ? { ...from, last: now } : { x, y, since: now, last: now };
		return now - from.since > stuckMs;
	};
}
