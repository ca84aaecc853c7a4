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

/** Milliseconds until the next opening; undefined without hours, 0 never. */
export function untilOpening(hours: Hours | undefined, now: number): number | undefined {
	if (!hours) return undefined;
	const minutes = minutesOf(hours.open) - minuteOfDay(now);
	return (minutes > 0 ? minutes : minutes + 24 * 60) * 60_000;
}

function isClosed({ closed = [] }: Hours, now: number): boolean {
	return closed.includes(weekdays[new Date(now).getDay()]!);
}
