import { minute, type Clock } from './clock.ts';
import type { Health } from './health.ts';

export interface PushParts {
	/** Undefined: nothing leaves this device. */
	url?: string;
	health: () => Promise<Health>;
	clock: Clock;
	/** From 0 to 1. */
	random: () => number;
	say: (sentence: string) => void;
}

const every = 5 * minute;
/** Whoever does not answer within so many milliseconds gets the next one. */
const patience = 10_000;

/**
 * Tells an address how this device is, where its owner wants that. What gets lost is not sent again, a
 * start sends nothing, and devices of one house do not speak all at once: nobody is flooded.
 */
export class HealthPush {
	#next: number;
	#sending: Promise<void> | undefined;
	#wrong = '';
	readonly #ending = new AbortController();

	constructor(private readonly parts: PushParts) {
		this.#next = parts.clock.uptime() + every * (1 + parts.random());
	}

	/** To be called often: returns at once, and sends when it is time. */
	tick(): void {
		const { url, clock } = this.parts;
		if (url === undefined || this.#sending || clock.uptime() < this.#next) return;
		this.#next = clock.uptime() + every;
		this.#sending = this.#send(url)
			.then(
				() => this.#tell(''),
				(error: Error & { cause?: Error }) => this.#tell((error.cause ?? error).message),
			)
			.finally(() => (this.#sending = undefined));
	}

	/** Gives up what is on its way. */
	async close(): Promise<void> {
		this.#ending.abort();
		await this.#sending;
	}

	async #send(url: string): Promise<void> {
		const signal = AbortSignal.any([this.#ending.signal, AbortSignal.timeout(patience)]);
		const answer = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(await this.parts.health()),
			// Another address than the owner's gets nothing.
			redirect: 'error',
			signal,
		});
		await answer.body?.cancel();
		if (!answer.ok) throw new Error(`it answers ${answer.status}`);
	}

	/** The same mistake is told once. */
	#tell(wrong: string): void {
		const { url = '', say } = this.parts;
		if (wrong !== '' && wrong !== this.#wrong && !this.#ending.signal.aborted) {
			// The rest of an address may be a secret.
			const { host } = new URL(url);
			say(`health cannot be told to ${host} (${wrong}): it is tried again every five minutes`);
		}
		this.#wrong = wrong;
	}
}
