import type { Heartbeat, StateName } from '../../lib/kiosk/contract.ts';
import { minute, second, type Clock } from './clock.ts';

/** Without a heartbeat for so long a screen is not well; four of them are due in it. */
export const stale = 60 * second;
/** A page that somebody opened for a look, elsewhere than in a kiosk's own browser, is then forgotten. */
const forgotten = 10 * minute;
/** Names come from outside: so many are kept. */
const most = 16;

const inUse = new Set<StateName>(['browse', 'lightbox', 'qr', 'warn']);

/** Nobody would see these being loaded anew. */
const unused = new Set<StateName>(['attract', 'night', 'error']);

/** Is it a page of another release than is served, which nobody uses? It was told, or not: an order may get lost. */
export function isBehind({ release, state }: Heartbeat, shown = ''): boolean {
	return release !== shown && unused.has(state);
}

/** What a screen was last heard to say; times by the clock's uptime. */
export interface Seen {
	heartbeat: Heartbeat;
	at: number;
	/** Since when each heartbeat said ATTRACT. */
	attractSince?: number;
	/** Since when it is in ATTRACT or NIGHT. */
	idleSince?: number;
	lastTouch?: number;
}

/** The screens of this device, by what their pages tell. */
export class Screens {
	readonly #seen = new Map<string, Seen>();
	readonly #started: number;

	constructor(
		readonly clock: Clock,
		/** Of the release that is shown. */
		readonly galleries: () => readonly string[],
	) {
		this.#started = clock.uptime();
	}

	heard(heartbeat: Heartbeat): void {
		const at = this.clock.uptime();
		this.#forget(at);
		const before = this.#seen.get(heartbeat.screen);
		if (!before && this.#seen.size >= most) return;
		const { state, sinceTouchMs } = heartbeat;
		const isAttract = state === 'attract';
		this.#seen.set(heartbeat.screen, {
			heartbeat,
			at,
			attractSince: isAttract ? (before?.attractSince ?? at) : undefined,
			idleSince: isAttract || state === 'night' ? (before?.idleSince ?? at) : undefined,
			lastTouch: sinceTouchMs === null ? before?.lastTouch : at - sinceTouchMs,
		});
	}

	#forget(now: number): void {
		for (const [name, { at }] of this.#seen) {
			if (now - at > forgotten) this.#seen.delete(name);
		}
	}

	get all(): Seen[] {
		return [...this.#seen.values()];
	}

	isStale({ at }: Seen): boolean {
		return this.clock.uptime() - at > stale;
	}

	/** Every screen in ATTRACT for so many milliseconds, and nobody touched one. */
	isQuiet(ms: number): boolean {
		return this.#isCalm(ms, ({ attractSince }) => attractSince);
	}

	/** As {@link isQuiet}, or in NIGHT: nobody would see a restart. */
	isIdle(ms: number): boolean {
		return this.#isCalm(ms, ({ idleSince }) => idleSince);
	}

	#isCalm(ms: number, since: (seen: Seen) => number | undefined): boolean {
		const from = this.clock.uptime() - ms;
		// Pages that were there before kioskd still have to be heard.
		if (this.#started > from) return false;
		return this.#fresh.every((seen) => {
			const calm = since(seen);
			return calm !== undefined && calm <= from && (seen.lastTouch ?? -Infinity) <= from;
		});
	}

	/** Every screen, and at least one, shows this release, is in ATTRACT and can decode its photos. */
	hasPassed(release: string): boolean {
		const fresh = this.#fresh;
		const galleries = this.galleries();
		return (
			fresh.length > 0 &&
			fresh.every(({ heartbeat }) => {
				const { decoded, state } = heartbeat;
				const isThere = heartbeat.release === release && state === 'attract';
				return isThere && galleries.every((id) => decoded.includes(id));
			})
		);
	}

	/** Does a visitor use a page of this release? */
	isInUse(release: string): boolean {
		return this.#fresh.some(({ heartbeat: { release: theirs, state } }) => {
			return theirs === release && inUse.has(state);
		});
	}

	/** What is silent is the ladder's to mend, and no reason to wait. */
	get #fresh(): Seen[] {
		return this.all.filter((seen) => !this.isStale(seen));
	}
}
