import type { Run } from './browsers.ts';

/** Its three chances are within the time that systemd gives. */
const chances = 3;

/**
 * Milliseconds between two signs of life; undefined where systemd does not want any of this process
 * (sd_watchdog_enabled(3)).
 */
export function wanted(env: NodeJS.ProcessEnv, pid = process.pid): number | undefined {
	const { NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID = String(pid) } = env;
	const ms = Number(WATCHDOG_USEC) / 1000 / chances;
	return NOTIFY_SOCKET && ms > 0 && WATCHDOG_PID === String(pid) ? ms : undefined;
}

/**
 * Tells systemd that kioskd lives, by a program of systemd: Node speaks no datagrams to a socket of the
 * file system. A process that is stuck tells nothing, and is started anew.
 */
export class Watchdog {
	/** Until something listens, it is enough that this is asked. */
	answers: () => Promise<boolean> = () => Promise.resolve(true);
	#timer: NodeJS.Timeout | undefined;
	#wrong = '';

	constructor(
		private readonly run: Run,
		private readonly say: (sentence: string) => void,
	) {}

	start(env: NodeJS.ProcessEnv): void {
		const every = wanted(env);
		if (every === undefined) return;
		void this.beat();
		this.#timer = setInterval(() => void this.beat(), every);
	}

	/** Before kioskd ends by itself. */
	stop(): void {
		clearInterval(this.#timer);
	}

	async beat(): Promise<void> {
		try {
			if (!(await this.answers())) throw new Error('kioskd does not answer itself');
			await this.run('systemd-notify', ['WATCHDOG=1']);
			this.#wrong = '';
		} catch (error) {
			const { message } = error as Error;
			if (message !== this.#wrong) this.say(message);
			this.#wrong = message;
		}
	}
}
