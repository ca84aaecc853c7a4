import * as v from 'valibot';
import { states } from './bodies.ts';
import { second, type Clock } from './clock.ts';
import type { Measured } from './measure.ts';
import type { Releases } from './releases.ts';
import type { Screens, Seen } from './screens.ts';

const number = v.number();
const size = v.nullable(v.pipe(number, v.minValue(0)));

/** `health.json` and the answer to `GET /health`; null is what this device does not tell. */
export const healthSchema = v.strictObject({
	v: v.literal(1),
	at: v.pipe(v.string(), v.isoTimestamp()),
	clock: v.picklist(['synced', 'unsynced']),
	/** Seconds since kioskd began. */
	uptime: v.pipe(number, v.integer()),
	release: v.nullable(v.string()),
	pending: v.nullable(v.string()),
	lastUpdate: v.nullable(
		v.strictObject({ at: v.string(), ok: v.boolean(), error: v.nullable(v.string()) }),
	),
	/** Of the screen that was touched last. */
	state: v.picklist(states),
	/** Seconds. */
	lastTouch: size,
	restarts24h: v.pipe(number, v.integer()),
	pssMb: size,
	diskFreeMb: size,
	/** Of the slowest screen. */
	fps: size,
	decodeErrors: v.pipe(number, v.integer()),
	screens: v.array(v.strictObject({ name: v.string(), w: number, h: number, ok: v.boolean() })),
	stuckTouch: v.boolean(),
	/** Degrees Celsius. */
	temp: v.nullable(number),
	/** Photos that staff took off this kiosk. */
	hidden: v.array(v.string()),
	/** Sentences for the staff: what is wrong, and what to do. */
	problems: v.array(v.string()),
});
export type Health = v.InferOutput<typeof healthSchema>;

export interface HealthParts {
	clock: Clock;
	started: number;
	isSynced: boolean;
	releases: Releases;
	screens: Screens;
	/** Screens that should be there. */
	expected: readonly string[];
	measured: Measured;
	restarts24h: number;
	hasGivenUp: boolean;
	hidden: readonly string[];
	problems: readonly string[];
}

export function healthOf(parts: HealthParts): Health {
	const { clock, releases, screens, measured } = parts;
	const { pending, lastUpdate, warnings = [] } = releases.status();
	const all = screens.all;
	const touched = [...all].sort((a, b) => touchOf(b) - touchOf(a))[0];
	const since = touched?.lastTouch === undefined ? null : clock.uptime() - touched.lastTouch;
	return {
		v: 1,
		at: new Date(clock.now()).toISOString(),
		clock: parts.isSynced ? 'synced' : 'unsynced',
		uptime: Math.round((clock.uptime() - parts.started) / second),
		release: releases.shown()?.id ?? null,
		pending: pending ?? null,
		lastUpdate: lastUpdate ? { ...lastUpdate, error: lastUpdate.error ?? null } : null,
		state: stateOf(parts, touched),
		lastTouch: since === null ? null : Math.max(0, Math.round(since / second)),
		restarts24h: parts.restarts24h,
		pssMb: measured.pssMb ?? null,
		diskFreeMb: measured.diskFreeMb ?? null,
		fps: all.length > 0 ? Math.min(...all.map(({ heartbeat }) => heartbeat.fps)) : null,
		decodeErrors: all.reduce((sum, { heartbeat }) => sum + heartbeat.decodeErrors, 0),
		screens: screensOf(parts),
		stuckTouch: all.some(({ heartbeat }) => heartbeat.stuckTouch),
		temp: measured.temp ?? null,
		hidden: [...parts.hidden],
		problems: [...parts.problems, ...warnings],
	};
}

function touchOf({ lastTouch }: Seen): number {
	return lastTouch ?? -Infinity;
}

function stateOf({ releases, hasGivenUp }: HealthParts, touched: Seen | undefined) {
	if (hasGivenUp || !releases.shown()) return 'error';
	return touched?.heartbeat.state ?? 'boot';
}

/** A screen that should be there and was never heard is told too. */
function screensOf({ screens, expected }: HealthParts): Health['screens'] {
	const heard = screens.all.map((seen) => {
		const { screen, width, height } = seen.heartbeat;
		return { name: screen, w: width, h: height, ok: !screens.isStale(seen) };
	});
	const silent = expected.filter((name) => !heard.some((one) => one.name === name));
	return [...heard, ...silent.map((name) => ({ name, w: 0, h: 0, ok: false }))];
}

/** Does it show what it should, on every screen that was ever heard? */
export function isWell({ release, state, screens }: Health): boolean {
	const heard = screens.filter(({ w }) => w > 0);
	return release !== null && state !== 'error' && heard.every(({ ok }) => ok);
}
