import { hour, minute, minuteOfDay, minutesOf } from './clock.ts';

export interface Memory {
	/** Of all processes of the kiosk's browsers; undefined where it cannot be known. */
	pssMb?: number;
	ramMb: number;
	/** Every screen is in ATTRACT or NIGHT. */
	isIdle: boolean;
}

/** A browser that has grown is restarted when nobody looks, and at once before the device runs out. */
export function isTooLarge({ pssMb, ramMb, isIdle }: Memory): boolean {
	if (pssMb === undefined) return false;
	if (pssMb > 0.8 * ramMb) return true;
	return isIdle && pssMb > Math.min(0.6 * ramMb, 1536);
}

const dailyAt = minutesOf('04:30');
/** Minutes that a restart may be put off. */
const postponed = 60;

export interface Day {
	/** Milliseconds since 1970. */
	now: number;
	isSynced: boolean;
	/** Milliseconds since the browser was last started. */
	age: number;
	/** Up to 10, drawn once: devices of one house do not all restart at once. */
	offsetMinutes: number;
	/** Every screen has been in ATTRACT or NIGHT for 5 min. */
	isIdle: boolean;
}

/** Is the daily restart due? Without a clock it is after 24 hours. */
export function isDaily({ now, isSynced, age, offsetMinutes, isIdle }: Day): boolean {
	const late = isSynced
		? minuteOfDay(now) - dailyAt - offsetMinutes
		: (age - 24 * hour) / minute - offsetMinutes;
	if (late < 0) return false;
	// In the morning's hour it has been done already, or the device was just switched on.
	if (isSynced && (late > postponed + 10 || age < 2 * hour)) return false;
	return isIdle || late >= postponed;
}
