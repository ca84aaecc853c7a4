import type { Browsers } from './browsers.ts';
import { hour, minute, type Clock } from './clock.ts';
import {
	rebootsBeforeEnd,
	rebootWindow,
	startGrace,
	step,
	type Step,
	type Watched,
} from './ladder.ts';
import type { Orders } from './orders.ts';
import type { Reboots } from './reboots.ts';
import type { Screens } from './screens.ts';
import { isDaily, isTooLarge } from './upkeep.ts';

export interface WatchParts {
	clock: Clock;
	screens: Screens;
	orders: Orders;
	browsers: Browsers;
	reboots: Reboots;
	reboot: () => Promise<void>;
	/** Screens that have a browser of their own, heard of or not. */
	expected: readonly string[];
	ramMb: number;
	isSynced: () => boolean;
	/** Is there a release that sends heartbeats? */
	isShowing: () => boolean;
	/** From 0 to 1. */
	random: () => number;
	say: (sentence: string) => void;
}

type Page = Omit<Watched, 'reboots'>;

/** Names come from outside: so many are kept. */
const most = 16;
/** What was measured just before a restart says nothing about the browser after it. */
const measuredAnew = 5 * minute;

/** Brings pages back that went silent: asks the ladder what to do, and does it. */
export class Watch {
	readonly #pages = new Map<string, Page>();
	/** Of all browsers, for whatever reason; by the clock's uptime. */
	#restarts: number[] = [];
	#started: number;
	#hasGivenUp = false;
	readonly #offsetMinutes: number;

	constructor(readonly parts: WatchParts) {
		this.#started = parts.clock.uptime();
		this.#offsetMinutes = parts.random() * 10;
		for (const screen of parts.expected) this.#born(screen);
	}

	/** Restarting did not help: kioskd shows its own page, until an hour of running has passed. */
	get hasGivenUp(): boolean {
		return this.#hasGivenUp;
	}

	get screens(): string[] {
		return [...this.#pages.keys()];
	}

	get restarts24h(): number {
		const now = this.parts.clock.uptime();
		this.#restarts = this.#restarts.filter((time) => now - time < 24 * hour);
		return this.#restarts.length;
	}

	/** A page of this screen asked for something. */
	sign(screen: string): void {
		const page = this.#pages.get(screen) ?? this.#born(screen);
		page.lastSign = this.parts.clock.uptime();
		page.droppedAt = undefined;
	}

	/** Nobody on this screen listens to orders any more. */
	dropped(screen: string): void {
		const page = this.#pages.get(screen);
		if (page) page.droppedAt = this.parts.clock.uptime();
	}

	/**
	 * Has all pages load anew, or that of one screen: their silence is no crash. One that does not listen, such as
	 * one whose script is broken, gets a new browser.
	 */
	reload(only?: string): void {
		const { clock, orders } = this.parts;
		for (const [screen, page] of this.#pages) {
			if (only !== undefined && screen !== only) continue;
			if (orders.isHeardBy(screen)) page.lastReload = clock.uptime();
			else page.droppedAt = -Infinity;
		}
		orders.send({ order: 'reload' }, only);
	}

	/** @param pssMb as last measured */
	async tick(pssMb: number | undefined): Promise<void> {
		if (this.#hasGivenUp) this.#tryOn();
		else if (this.parts.isShowing()) await this.#climb();
		// kioskd's own page sends no heartbeats.
		else this.#wait(0);
		await this.#keepUp(pssMb);
	}

	async restart(screen: string): Promise<void> {
		this.#wait(startGrace, screen);
		this.#restarts.push(this.parts.clock.uptime());
		await this.parts.browsers.restart(screen);
	}

	async restartAll(): Promise<void> {
		this.#started = this.parts.clock.uptime();
		for (const screen of this.screens) await this.restart(screen);
	}

	#born(screen: string): Page {
		const page = { lastSign: this.parts.clock.uptime() + startGrace, restarts: [] };
		if (this.#pages.size < most) this.#pages.set(screen, page);
		return page;
	}

	/** @param screen all of them, where none is named */
	#wait(ms: number, screen?: string): void {
		for (const [name, page] of this.#pages) {
			if (screen !== undefined && name !== screen) continue;
			page.lastSign = this.parts.clock.uptime() + ms;
			page.droppedAt = undefined;
		}
	}

	async #climb(): Promise<void> {
		const { clock, reboots, browsers } = this.parts;
		for (const [screen, page] of this.#pages) {
			const next = step(clock.uptime(), { ...page, reboots: reboots.times });
			if (next === 'none') continue;
			if (await browsers.isRunning(screen)) await this.#take(next, screen, page);
			else this.#forget(screen, page);
		}
	}

	/** A page that somebody opened for a look, elsewhere than in a kiosk's own browser. */
	#forget(screen: string, { lastSign }: Page): void {
		const { clock, expected } = this.parts;
		if (clock.uptime() - lastSign > 10 * minute && !expected.includes(screen)) {
			this.#pages.delete(screen);
		}
	}

	async #take(next: Step, screen: string, page: Page): Promise<void> {
		const { clock, say } = this.parts;
		if (next === 'reload') {
			this.reload(screen);
		} else if (next === 'restart') {
			say(`the page of screen ${screen} is silent: its browser is started anew`);
			page.restarts = [...page.restarts.slice(-9), clock.uptime()];
			await this.restart(screen);
		} else if (next === 'reboot') {
			await this.#reboot(screen);
		} else if (next === 'give up') {
			say('three restarts of the device within an hour did not help: it needs a person');
			this.#hasGivenUp = true;
			await this.restartAll();
		}
	}

	async #reboot(screen: string): Promise<void> {
		this.parts.say(`starting the browser of screen ${screen} anew did not help: the device is`);
		// Noted first: else a device that fails while it is shut down would do so for ever.
		await this.parts.reboots.add();
		this.#wait(minute);
		await this.parts.reboot();
	}

	#tryOn(): void {
		this.#wait(startGrace + minute);
		const now = this.parts.clock.uptime();
		const recent = this.parts.reboots.times.filter((time) => now - time < rebootWindow);
		this.#hasGivenUp = recent.length >= rebootsBeforeEnd;
	}

	async #keepUp(pssMb: number | undefined): Promise<void> {
		const { screens, ramMb, clock, isSynced, say } = this.parts;
		const age = clock.uptime() - this.#started;
		const measured = age < measuredAnew ? undefined : pssMb;
		const isLarge = isTooLarge({ pssMb: measured, ramMb, isIdle: screens.isIdle(0) });
		const isDue = isDaily({
			now: clock.now(),
			isSynced: isSynced(),
			age,
			offsetMinutes: this.#offsetMinutes,
			isIdle: screens.isIdle(5 * minute),
		});
		if (!isLarge && !isDue) return;
		say('the browsers are started anew');
		await this.restartAll();
	}
}
