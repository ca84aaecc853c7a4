import type { KioskSeconds } from '../kiosk-model.ts';
import type { Happening, State } from './machine.ts';

/** What decides how long a visitor may be still. */
export interface Reading {
	/** On the screen. */
	words: number;
	isStory: boolean;
	/** Asked for more time. */
	isSlow: boolean;
}

/** WCAG 2.2.1: ten times as long. */
const slower = 10;

export interface Leaving {
	/** Seconds. */
	after: number;
	happening: Happening;
}

/** What happens by itself when nobody touches the glass, and after how many seconds. */
export function leaving(
	{ name }: State,
	seconds: KioskSeconds,
	reading: Reading,
): Leaving | undefined {
	const idle = idleSeconds(name, seconds, reading);
	if (idle !== undefined) {
		return { after: idle * (reading.isSlow ? slower : 1), happening: 'idle' };
	}
	if (name === 'warn') return { after: seconds.warn, happening: 'over' };
	if (name === 'staff') return { after: seconds.staff, happening: 'leave' };
	return undefined;
}

function idleSeconds(name: State['name'], seconds: KioskSeconds, reading: Reading) {
	if (name === 'lightbox') return seconds.lightbox;
	if (name === 'qr') return seconds.qr;
	if (name !== 'browse') return undefined;
	return reading.isStory ? seconds.story : Math.max(seconds.idle, reading.words);
}
