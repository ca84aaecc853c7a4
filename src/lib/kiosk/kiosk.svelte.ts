import type { KioskSeconds } from '../kiosk-model.ts';
import type { Setup } from './contract.ts';
import { leaving, type Leaving } from './idle.ts';
import { next, start, type Happening, type State } from './machine.ts';

/** What the kiosk does to the page it stands around. */
export interface Page {
	isStory(): boolean;
	/** How many words there are to read on the screen at this moment. */
	words(): number;
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

	/** Anew from now on, or on after so many seconds of stillness. */
	#arm(still = 0): void {
		clearTimeout(this.#timer);
		// To look how much there is to read takes a frame, which a touch has not: it is done when the least time is over.
		const due = this.#due(still === 0 ? 0 : this.page.words());
		if (!due) return;
		const end = () => this.#end(due, still === 0);
		this.#timer = setTimeout(end, Math.max(0, due.after - still) * 1000);
	}

	#end({ after, happening }: Leaving, isLeast: boolean): void {
		if (happening !== 'idle') return this.happen(happening);
		if (isLeast) return this.#arm(after);
		const isHeard = this.page.isPlaying() && (this.sinceTouch ?? Infinity) < playingMs;
		if (isHeard) this.#arm();
		else this.happen('idle');
	}

	#due(words: number): Leaving | undefined {
		if (this.#state.name === 'attract' && this.isNight) {
			return { after: awake, happening: 'night' };
		}
		const reading = { words, isStory: this.page.isStory(), isSlow: this.isSlow };
		return leaving(this.#state, this.seconds, reading);
	}
}
