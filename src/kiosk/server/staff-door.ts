import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { PinRefused } from '../../lib/kiosk/contract.ts';
import { second, type Clock } from './clock.ts';
import type { Lockout } from './lockout.ts';
import { isPin, isPinOf } from './pin.ts';

/** A session without a request for so long is over. */
const idle = 60 * second;

/** Lets staff in by their PIN, one session at a time. */
export class StaffDoor {
	#token: Buffer | undefined;
	#until = 0;
	/** Guesses that come at once are counted one after the other. */
	#last: Promise<unknown> = Promise.resolve();

	constructor(
		/** undefined: there is no staff menu. */
		readonly pin: string | undefined,
		readonly lockout: Lockout,
		readonly clock: Clock,
	) {}

	enter(pin: string): Promise<{ token: string } | PinRefused> {
		const entered = this.#last.then(() => this.#enter(pin));
		this.#last = entered.catch(() => undefined);
		return entered;
	}

	async #enter(pin: string): Promise<{ token: string } | PinRefused> {
		if (!this.pin || this.lockout.wait > 0) return this.#refused();
		await this.lockout.count();
		// What is no PIN counts all the same.
		if (!isPin(pin) || !(await isPinOf(pin, this.pin))) return this.#refused();
		await this.lockout.forgive();
		this.#token = randomBytes(32);
		this.#until = this.clock.uptime() + idle;
		return { token: this.#token.toString('base64url') };
	}

	#refused(): PinRefused {
		return this.pin ? { wait: this.lockout.wait, left: this.lockout.left } : { wait: 0, left: 0 };
	}

	/** Is it the token of the session? It then lives on for a minute. */
	isOpen(token: string): boolean {
		const given = Buffer.from(token, 'base64url');
		if (!this.#token || this.clock.uptime() > this.#until) return false;
		if (given.length !== this.#token.length || !timingSafeEqual(given, this.#token)) return false;
		this.#until = this.clock.uptime() + idle;
		return true;
	}

	close(): void {
		this.#token = undefined;
	}
}
