import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browsers } from './browsers.ts';
import { second, type Clock } from './clock.ts';
import { prepareProfile } from './prestart.ts';
import { browserOf, processes, pssOf } from './processes.ts';

const names = [
	...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
	...['chrome.exe', 'msedge.exe'],
];

/** CHROME, or the first on the PATH; undefined where there is none. */
export function foundBrowser(env: NodeJS.ProcessEnv): string | undefined {
	if (env.CHROME) return env.CHROME;
	const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
	return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
}

export interface DeskStart {
	program: string;
	/** Asked at each start. */
	flags: () => readonly string[];
	screen: string;
	profile: string;
	clock: Clock;
	say: (sentence: string) => void;
	/** Staff took the way out. */
	exited: () => void;
}

/** A browser that ends sooner than this does not work here at all. */
const tooSoon = 5 * second;
const mostFailures = 5;
/** It is back within two seconds, and one that cannot start does not spin. */
const pause = second;

/** The one browser of a desk: a child of this process, started again whenever it ends. */
export class DeskBrowser implements Browsers {
	#child: ChildProcess | undefined;
	#timer: NodeJS.Timeout | undefined;
	#isClosing = false;
	#failures = 0;

	constructor(readonly start: DeskStart) {}

	async open(): Promise<void> {
		const { program, flags, profile, clock, say } = this.start;
		if (!(await prepareProfile(profile))) {
			return say('another browser shows this kiosk already: close it, and start again');
		}
		if (this.#isClosing) return;
		const began = clock.uptime();
		// In a group of its own, so that it ends with its children, and when we say so.
		const child = spawn(program, flags(), { stdio: 'ignore', detached: true });
		this.#child = child;
		child.once('error', (error) => this.#ended(child, 0, error));
		child.once('exit', () => this.#ended(child, clock.uptime() - began));
	}

	#ended(child: ChildProcess, lived: number, error?: Error): void {
		if (this.#child !== child) return;
		this.#child = undefined;
		if (this.#isClosing) return;
		this.#failures = lived < tooSoon ? this.#failures + 1 : 0;
		if (error || this.#failures >= mostFailures) {
			const why = error?.message ?? 'it ends at once';
			return this.start.say(`the browser cannot be started (${why}): name another with CHROME`);
		}
		this.#timer = setTimeout(() => void this.open(), pause);
	}

	isRunning(screen: string): Promise<boolean> {
		return Promise.resolve(screen === this.start.screen && this.#child !== undefined);
	}

	/** Ends it; that it ended starts it again. */
	restart(screen: string): Promise<void> {
		// It did not fail by itself.
		this.#failures = 0;
		if (screen === this.start.screen) this.#kill();
		return Promise.resolve();
	}

	async pssMb(): Promise<number | undefined> {
		return pssOf(browserOf(await processes(), this.start.profile));
	}

	async exit(): Promise<void> {
		this.close();
		this.start.exited();
	}

	close(): void {
		this.#isClosing = true;
		clearTimeout(this.#timer);
		this.#kill();
	}

	#kill(): void {
		const { pid } = this.#child ?? {};
		if (pid === undefined) return;
		try {
			if (process.platform === 'win32') this.#child?.kill();
			else process.kill(-pid, 'SIGKILL');
		} catch {
			// It has ended by itself.
		}
	}
}
