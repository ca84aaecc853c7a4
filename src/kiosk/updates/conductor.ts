import { Refusal } from '../../vite/refusal.ts';
import { mayShow } from './gate.ts';
import { inTurn } from './in-turn.ts';
import type { Installing } from './install.ts';
import { Probation } from './probation.ts';
import type { Screens } from './screens.ts';
import { sentenceOf } from './sentence.ts';
import type { LastUpdate, UpdateStatus } from './status.ts';
import { Supply } from './supply.ts';

export interface Conducting extends Installing {
	screens: Screens;
	/** To the next opening or since the last, whichever is nearer, in milliseconds. */
	fromOpening?: () => number;
	/** Told all photos that may not be shown any more, whenever they become more. */
	onGone?: (ids: string[]) => void;
	/** Has somebody brought a stick? It is then looked at without waiting. */
	haveCome?: () => Promise<boolean>;
}

/** Milliseconds. */
const every = 15 * 60_000;
const beat = 1000;
const everyStick = 5000;

/** Brings releases onto the screens: looks for them, waits for a quiet moment, watches, goes back. */
export class Conductor {
	readonly #given: Conducting;
	readonly #turn = inTurn();
	readonly #supply: Supply;
	#probation: Probation | undefined;
	#checkedAt = -Infinity;
	#sticksAt = -Infinity;
	#isAsked = false;
	#isTicking = false;
	#today = '';
	#last: LastUpdate = { at: null, ok: true, error: null };
	#gone = '';

	constructor(given: Conducting) {
		this.#given = given;
		this.#supply = new Supply(given, this.#turn, (error) => this.#tell(error));
	}

	/** Once, before anything is served. */
	async begin(): Promise<void> {
		const { store, clock } = this.#given;
		this.#today = clock.today();
		const errors = await store.boot(this.#today);
		const isNew = await store.onProbation();
		if (isNew && store.shown) this.#probation = new Probation(store.shown.id, clock.now());
		if (errors.length > 0) this.#tell(errors[0]);
	}

	/** Works from now on. Returns what ends it. */
	start(): () => void {
		const timer = setInterval(() => void this.tick(), beat);
		return () => clearInterval(timer);
	}

	/** Staff ask: looks at once, and waits for nothing but attract. */
	updateNow(): void {
		this.#isAsked = true;
		this.look();
	}

	/** Looks at once, such as when a stick was brought. */
	look(): void {
		this.#checkedAt = -Infinity;
	}

	status(): UpdateStatus {
		const { store } = this.#given;
		return {
			release: store.shown?.id ?? null,
			pending: store.pending() ?? null,
			isOnProbation: this.#probation !== undefined,
			isFetching: this.#supply.isFetching,
			lastUpdate: this.#last,
			damaged: this.#supply.damaged.map(({ path }) => path),
		};
	}

	/** Resolves when nothing is being fetched. */
	settled(): Promise<void> {
		return this.#supply.settled();
	}

	/** One step, to be called every second. It fetches behind; a step is over soon, and never fails. */
	async tick(): Promise<void> {
		if (this.#isTicking) return;
		this.#isTicking = true;
		try {
			await this.#step();
		} catch (error) {
			this.#tell(error);
		} finally {
			this.#isTicking = false;
		}
	}

	async #step(): Promise<void> {
		const { store, clock } = this.#given;
		await this.#turnDay(clock.today());
		this.#tellGone();
		await this.#lookForSticks(clock.now());
		const isFree = !this.#probation && !this.#supply.isFetching;
		const isDue = clock.now() - this.#checkedAt >= every || (this.#supply.isPutOff && isFree);
		if (isDue && !this.#supply.isWorking) this.#check();
		if (this.#probation) await this.#watch(this.#probation);
		else if (store.pending() !== undefined) await this.#turn(() => this.#showPending());
	}

	/** Asks for the moment when it is its turn: a visitor may have come while it waited. */
	async #showPending(): Promise<void> {
		const { store, screens, clock, fromOpening } = this.#given;
		const pending = store.pending();
		const isGood = mayShow(screens, fromOpening?.() ?? Infinity, this.#isAsked);
		if (pending === undefined || !isGood) return;
		await store.show(pending);
		this.#isAsked = false;
		this.#supply.forgetDamage();
		this.#probation = new Probation(pending, clock.now());
		screens.reload();
	}

	async #watch(probation: Probation): Promise<void> {
		const { store, screens, clock } = this.#given;
		const verdict = probation.verdict(screens, clock.now());
		if (verdict === undefined) return;
		this.#probation = undefined;
		if (verdict === 'passed') {
			await this.#turn(() => store.pass());
			this.#tell(this.#supply.wrong);
			return;
		}
		this.#supply.forgetDamage();
		await this.#turn(() => store.fail()).finally(() => screens.reload());
		const went = `the release ${probation.release} did not prove itself`;
		const shown = store.shown?.id;
		const is = shown === probation.release ? 'there is no other' : `${shown} is shown again`;
		this.#tell(new Refusal(`${went}, and ${is}`, 'build and sign a new one', 1));
	}

	async #turnDay(today: string): Promise<void> {
		if (today === this.#today) return;
		this.#today = today;
		await this.#turn(() => this.#given.store.expire(today));
		if (!this.#supply.isWorking) void this.#supply.scrub();
	}

	async #lookForSticks(now: number): Promise<void> {
		if (now - this.#sticksAt < everyStick) return;
		this.#sticksAt = now;
		if (await this.#given.haveCome?.()) this.look();
	}

	#check(): void {
		const { store, clock } = this.#given;
		this.#checkedAt = clock.now();
		const wasAsked = this.#isAsked;
		void this.#supply
			.look(() => !this.#probation)
			.then(() => {
				const isNothing = !this.#supply.isFetching && store.pending() === undefined;
				if (wasAsked && isNothing) this.#isAsked = false;
			});
	}

	#tellGone(): void {
		const ids = this.#given.store.goneIds();
		const key = ids.join(' ');
		if (key === this.#gone) return;
		this.#gone = key;
		this.#given.onGone?.(ids);
	}

	#tell(error?: unknown): void {
		const ok = error === undefined;
		this.#last = { at: this.#given.clock.at(), ok, error: ok ? null : sentenceOf(error) };
	}
}
