import * as v from 'valibot';
import type { Heartbeat, Visit } from '../../lib/kiosk/contract.ts';
import { isLanguage } from '../../lib/server/content/day.ts';

/** Names of outputs; they become names of folders. */
export const screenPattern = /^[A-Za-z0-9][\w.-]{0,39}$/;

export const states = [
	...(['boot', 'attract', 'browse', 'lightbox', 'qr', 'warn', 'reset', 'night'] as const),
	...(['staff', 'error'] as const),
];

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const ids = v.pipe(v.array(id), v.maxLength(2000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
const size = v.pipe(v.number(), v.minValue(0), v.maxValue(1e9));
const language = v.pipe(v.string(), v.maxLength(35), v.check(isLanguage));

export const heartbeat: v.GenericSchema<unknown, Heartbeat> = v.object({
	screen: v.pipe(v.string(), v.regex(screenPattern)),
	release: v.pipe(v.string(), v.maxLength(200)),
	state: v.picklist(states),
	sinceTouchMs: v.nullable(v.pipe(v.number(), v.minValue(0))),
	fps: size,
	heapMb: v.nullable(size),
	decodeErrors: count,
	decoded: ids,
	stuckTouch: v.boolean(),
	width: size,
	height: size,
	isFull: v.optional(v.boolean()),
});

export const visit: v.GenericSchema<unknown, Visit> = v.object({
	language,
	galleries: ids,
	photos: ids,
	qrShown: count,
	seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)),
});

export const pin = v.object({ pin: v.pipe(v.string(), v.maxLength(40)) });

/** Bodies of the staff's actions, by the last part of their address. */
export const staffBodies = {
	health: v.object({}),
	update: v.object({}),
	cleaning: v.object({}),
	language: v.object({ language }),
	volume: v.object({ volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }),
	hide: v.object({ photo: id }),
	unhide: v.object({ photo: id }),
	clock: v.object({ time: v.pipe(v.string(), v.maxLength(40), v.check(isTime)) }),
	restart: v.object({}),
	reboot: v.object({}),
	poweroff: v.object({}),
	exit: v.object({}),
	end: v.object({}),
};
export type StaffActionName = keyof typeof staffBodies;

/** ISO 8601 to the minute or finer; without an offset it is the device's own time. */
function isTime(text: string): boolean {
	return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text));
}
