import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserCommand } from './browser.ts';
import { Pipe } from './pipe.ts';

/** Nobody turns pages as quickly as a test; a browser would hold that for an attack. */
const untiring = '--disable-ipc-flooding-protection';

/** Another host than this computer is never found, and that is a fault. */
const alone = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** A page that can be driven, and nothing more. */
export interface Drivable {
	/** Runs within the page, and waits for what it promises. */
	evaluate<Result, Given>(work: (given: Given) => Result, given?: Given): Promise<Awaited<Result>>;
}

/**
 * A browser with one page, without a debugger's view of the network: that keeps a note of each request until the next
 * document, and a kiosk's page loads none for weeks.
 */
export class BarePage implements Drivable {
	/** Console errors, exceptions, bad answers and requests to other hosts. */
	readonly faults: string[] = [];
	/** Documents that were loaded. */
	loads = 0;

	private constructor(
		readonly pid: number,
		private readonly pipe: Pipe,
		private readonly session: string,
		readonly close: () => Promise<void>,
	) {
		pipe.on('Runtime.exceptionThrown', (told) => this.faults.push(JSON.stringify(told)));
		pipe.on('Log.entryAdded', (told) => this.#noted((told as { entry: Entry }).entry));
		pipe.on('Runtime.consoleAPICalled', (told) => this.#noted(told as Entry));
		pipe.on('Page.frameNavigated', () => (this.loads += 1));
	}

	/**
	 * @param prepare runs before each document's own scripts
	 * @param more flags of the browser
	 */
	static async open(
		size: Size,
		prepare: () => void,
		more: readonly string[] = [],
	): Promise<BarePage> {
		const profile = await mkdtemp(join(tmpdir(), 'nigoh-browser-'));
		const [command, ...flags] = browserCommand();
		const own = [`--user-data-dir=${profile}`, '--headless', '--remote-debugging-pipe'];
		const child = spawn(command, [...flags, ...own, untiring, alone, ...more, 'about:blank'], {
			stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
		});
		let hasEnded = false;
		const ended = once(child, 'exit').finally(() => (hasEnded = true));
		const close = async () => {
			// Debian's command is a shell that waits for the browser: killed, it would leave it behind.
			if (!hasEnded) pipe.send('Browser.close').catch(() => undefined);
			await ended;
			await rm(profile, { recursive: true, force: true, maxRetries: 5 });
		};
		const pipe = new Pipe(child);
		const session = await attach(pipe);
		const page = new BarePage(child.pid ?? 0, pipe, session, close);
		await page.#begin(size, prepare);
		return page;
	}

	send(method: string, params: object = {}): Promise<unknown> {
		return this.pipe.send(method, params, this.session);
	}

	async evaluate<Result, Given>(
		work: (given: Given) => Result,
		given?: Given,
	): Promise<Awaited<Result>> {
		const expression = `(${String(work)})(${JSON.stringify(given) ?? ''})`;
		const how = { expression, awaitPromise: true, returnByValue: true };
		const { result, exceptionDetails } = (await this.send('Runtime.evaluate', how)) as Evaluated;
		if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails.exception));
		return result.value as Awaited<Result>;
	}

	async go(url: string): Promise<void> {
		await this.send('Page.navigate', { url });
	}

	async #begin({ width, height }: Size, prepare: () => void): Promise<void> {
		for (const domain of ['Page', 'Runtime', 'Log', 'Performance'])
			await this.send(`${domain}.enable`);
		const screen = { width, height, deviceScaleFactor: 1, mobile: false };
		await this.send('Emulation.setDeviceMetricsOverride', screen);
		await this.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 10 });
		await this.send('Emulation.setFocusEmulationEnabled', { enabled: true });
		const still = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
		await this.send('Emulation.setEmulatedMedia', { features: still });
		await this.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${String(prepare)})()` });
	}

	#noted(entry: Entry): void {
		if (['error', 'warning'].includes(entry.level ?? entry.type ?? '')) {
			this.faults.push(`console: ${entry.text ?? JSON.stringify(entry.args)}`);
		}
	}
}

interface Size {
	width: number;
	height: number;
}
interface Entry {
	level?: string;
	type?: string;
	text?: string;
	args?: unknown;
}
interface Evaluated {
	result: { value?: unknown };
	exceptionDetails?: { exception?: unknown };
}

/** @returns the session of the page that the browser began with */
async function attach(pipe: Pipe): Promise<string> {
	const { targetInfos } = (await pipe.send('Target.getTargets')) as {
		targetInfos: { type: string; targetId: string }[];
	};
	const { targetId } = targetInfos.find(({ type }) => type === 'page') ?? {};
	const { sessionId } = (await pipe.send('Target.attachToTarget', { targetId, flatten: true })) as {
		sessionId: string;
	};
	return sessionId;
}
