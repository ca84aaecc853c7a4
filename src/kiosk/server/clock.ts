/** The two clocks of a device; tests bring their own. */
export interface Clock {
	/** Milliseconds since 1970, as far as the device knows: it may jump either way. */
	now(): number;
	/** Milliseconds that only grow, from an arbitrary beginning in this process. */
	uptime(): number;
}

export const systemClock: Clock = { now: () => Date.now(), uptime: () => performance.now() };

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** `HH:MM` as minutes since midnight. */
export function minutesOf(time: string): number {
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return hours * 60 + minutes;
}

/** Minutes since midnight on the wall where the device hangs. */
export function minuteOfDay(now: number): number {
	const date = new Date(now);
	return date.getHours() * 60 + date.getMinutes() + date.getSeconds() / 60;
}
