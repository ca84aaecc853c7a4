import { hour, minuteOfDay, minutesOf } from './clock.ts';

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** When the house is open, in the device's own time; closing before opening is past midnight. */
export interface Hours {
	/** `HH:MM` */
	open: string;
	close: string;
	closed?: (typeof weekdays)[number][];
}

/** Is it outside of the opening hours? Without hours it never is. */
export function isNight(hours: Hours | undefined, now: number): boolean {
	if (!hours) return false;
	const [open, close] = [minutesOf(hours.open), minutesOf(hours.close)];
	const minute = minuteOfDay(now);
	if (open <= close) return isClosed(hours, now) || minute < open || minute >= close;
	// What is open past midnight belongs to the day before.
	if (minute >= open) return isClosed(hours, now);
	return minute >= close || isClosed(hours, now - 24 * hour);
}

/** Milliseconds to the next opening or since the last, whichever is nearer; Infinity without hours. */
export function fromOpening(hours: Hours | undefined, now: number): number {
	if (!hours) return Infinity;
	const apart = Math.abs(minutesOf(hours.open) - minuteOfDay(now));
	return Math.min(apart, 24 * 60 - apart) * 60_000;
}

function isClosed({ closed = [] }: Hours, now: number): boolean {
	return closed.includes(weekdays[new Date(now).getDay()]!);
}
