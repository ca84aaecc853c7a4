import * as v from 'valibot';
import { minute, second, type Clock } from './clock.ts';
import { Keeper, readKept } from './kept.ts';

/** So many wrong ones, then it is locked. */
const tries = 5;
/** The first lock; each one after it is twice as long. */
const firstLock = 5 * minute;
/** A lock of more than a day helps nobody. */
const mostDoublings = 9;

const schema = v.object({
	wrong: v.pipe(v.number(), v.integer(), v.minValue(0)),
	locks: v.pipe(v.number(), v.integer(), v.minValue(0)),
	remainingMs: v.pipe(v.number(), v.minValue(0)),
});

/**
 * Counts wrong PINs over restarts. What remains of a lock is counted down by the time that kioskd
 * runs, since a clock may be set, and a plug be pulled, to get round it.
 */
export class Lockout {
	#state: v.InferOutput<typeof schema>;
	/** By the clock's uptime. */
	#lockedUntil: number;
	readonly #keeper: Keeper;

	private constructor(
		file: string,
		readonly clock: Clock,
		state: v.InferOutput<typeof schema> | undefined,
	) {
		this.#keeper = new Keeper(file);
		this.#state = state ?? { wrong: 0, locks: 0, remainingMs: 0 };
		this.#lockedUntil = clock.uptime() + this.#state.remainingMs;
	}

	static async open(file: string, clock: Clock): Promise<Lockout> {
		return new Lockout(file, clock, await readKept(file, schema));
	}

	/** Seconds until another one is listened to. */
	get wait(): number {
		return Math.ceil(this.#remaining / second);
	}

	/** How many may still be wrong before it waits. */
	get left(): number {
		return this.#remaining > 0 ? 0 : tries - this.#state.wrong;
	}

	/** To be called before a PIN is looked at: who pulls the plug meanwhile has still used up a try. */
	async count(): Promise<void> {
		const wrong = this.#state.wrong + 1;
		const locks = wrong < tries ? this.#state.locks : this.#state.locks + 1;
		if (wrong >= tries) {
			const doublings = Math.min(locks - 1, mostDoublings);
			this.#lockedUntil = this.clock.uptime() + firstLock * 2 ** doublings;
		}
		this.#state = { wrong: wrong % tries, locks, remainingMs: this.#remaining };
		await this.keep();
	}

	async forgive(): Promise<void> {
		this.#state = { wrong: 0, locks: 0, remainingMs: 0 };
		this.#lockedUntil = 0;
		await this.keep();
	}

	/** Notes how much of a lock has passed: every half a minute, and at the end. */
	async keep(): Promise<void> {
		this.#state = { ...this.#state, remainingMs: this.#remaining };
		await this.#keeper.keep(this.#state);
	}

	/** Nothing is written in normal showing. */
	async tick(): Promise<void> {
		const passed = this.#state.remainingMs - this.#remaining;
		if (passed > 0 && (passed >= 30 * second || this.#remaining === 0)) await this.keep();
	}

	get #remaining(): number {
		return Math.max(0, this.#lockedUntil - this.clock.uptime());
	}
}
