import type { KioskSeconds } from '../kiosk-model.ts';
import type { Setup } from './contract.ts';
import { leaving, type Reading } from './idle.ts';
import { next, start, type Happening, type State } from './machine.ts';

/** What the kiosk does to the page it stands around. */
export interface Page {
	/** What is read at this moment. */
	reading(): Pick<Reading, 'words' | 'isStory'>;
	/** Is something heard? */
	isPlaying(): boolean;
	/** Takes every trace of the visit off the page. */
	clear(): Promise<void>;
}

/** While something plays, nobody is sent away; for so long, in ms. */
const playingMs = 10 * 60_000;
/** Woken at night, it stays awake for so long, in seconds. */
const awake = 600;

/** A visit, from the first touch to a fresh screen: what state the kiosk is in, and what ends it. */
export class Kiosk {
	#state = $state.raw<State>(start);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#touched: number | undefined;
	#clearing = Promise.resolve();

	isLarge = $state(false);
	isLow = $state(false);
	isSlow = $state(false);
	wall = $state<'night' | 'paper'>();
	/** The address of the code that is shown, and whether it leads out. */
	code = $state.raw<{ address: string; isOutside: boolean }>();
	isNight = $state(false);
	/** How many there were. */
	visits = $state(0);

	constructor(
		private readonly seconds: KioskSeconds,
		private readonly page: Page,
		setup: Setup,
	) {
		this.isNight = setup.isNight;
	}

	get state(): State {
		return this.#state;
	}

	/** Milliseconds; null where there was no touch yet. */
	get sinceTouch(): number | null {
		return this.#touched === undefined ? null : performance.now() - this.#touched;
	}

	happen(happening: Happening): void {
		const before = this.#state;
		this.#state = next(before, happening);
		this.#arm();
		if (this.#state === before) return;
		if (this.#state.name === 'reset') this.#clearing = this.#clear();
	}

	/** Resolves when nothing is left of the last visit. */
	get cleared(): Promise<void> {
		return this.#clearing;
	}

	/** A touch, a key or a scroll: somebody is there. */
	used(): void {
		this.#touched = performance.now();
		if (this.#state.name !== 'warn') this.#arm();
	}

	/** More time for this visit, or the usual. */
	slow(isSlow: boolean): void {
		this.isSlow = isSlow;
		this.#arm();
	}

	show(address: string, isOutside: boolean): void {
		this.code = { address, isOutside };
		this.happen('code');
	}

	/** A visitor who is there at closing time goes on; the screen is dark after them. */
	darken(isNight: boolean): void {
		this.isNight = isNight;
		if (!isNight) this.happen('day');
		else if (this.#state.name === 'attract') this.happen('night');
	}

	async #clear(): Promise<void> {
		await this.page.clear();
		this.isLarge = this.isLow = this.isSlow = false;
		this.wall = this.code = undefined;
		this.visits += 1;
		this.happen('cleared');
	}

	#arm(): void {
		clearTimeout(this.#timer);
		const due = this.#due();
		if (!due) return;
		this.#timer = setTimeout(() => {
			const isHeard = this.page.isPlaying() && (this.sinceTouch ?? Infinity) < playingMs;
			if (due.happening === 'idle' && isHeard) this.#arm();
			else this.happen(due.happening);
		}, due.after * 1000);
	}

	#due(): { after: number; happening: Happening } | undefined {
		if (this.#state.name === 'attract' && this.isNight) {
			return { after: awake, happening: 'night' };
		}
		const reading = { ...this.page.reading(), isSlow: this.isSlow };
		return leaving(this.#state, this.seconds, reading);
	}
}
