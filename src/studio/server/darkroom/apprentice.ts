import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fatal } from '../../../lib/server/images/failure.ts';
import { environment } from '../../../vite/apart.ts';
import type { Made, Report, Task } from './tasks.ts';

/** Why a picture was not made; it goes on after the file's name. */
export class NotMade extends Error {
	override name = 'NotMade';
}

/** Of memory that is not pixels. */
const mostMegabytes = 512;
/** One without work goes home: it holds a hundred megabytes. */
const idleMs = 60_000;

/**
 * A process that makes one picture at a time. A file that crashes it, or takes too long, takes nothing
 * else with it: the next task gets a new one.
 */
export class Apprentice {
	#child: ChildProcess | undefined;
	#idle: NodeJS.Timeout | undefined;

	constructor(
		readonly checkout: string,
		readonly mostSeconds = 60,
	) {}

	/** @throws {NotMade} where the picture is at fault, else what the system refused */
	async do<T extends Task>(task: T): Promise<Made<T>> {
		clearTimeout(this.#idle);
		const report = await this.#ask(task);
		this.#idle = setTimeout(() => this.close(), idleMs).unref();
		if ('made' in report) return report.made as Made<T>;
		if ('reason' in report) throw new NotMade(report.reason);
		throw Object.assign(new Error(report.refused.message), report.refused);
	}

	close(): void {
		clearTimeout(this.#idle);
		this.#child?.kill('SIGKILL');
		this.#child = undefined;
	}

	#ask(task: Task): Promise<Report> {
		const child = (this.#child ??= this.#begin());
		return new Promise((done) => {
			const end = (report: Report) => {
				clearTimeout(timer);
				child.off('message', end);
				child.off('exit', died);
				done(report);
			};
			const died = () => {
				if (this.#child === child) this.#child = undefined;
				end({ reason: fatal });
			};
			const timer = setTimeout(() => {
				this.close();
				end({ reason: `took longer than ${this.mostSeconds} seconds to decode` });
			}, this.mostSeconds * 1000);
			child.on('message', end);
			child.once('exit', died);
			// One that died a moment ago has no ear any more: its exit tells.
			child.send(task, () => undefined);
		});
	}

	#begin(): ChildProcess {
		const script = join(this.checkout, 'src', 'cli', 'run.js');
		const child = fork(script, ['studio-apprentice'], {
			cwd: this.checkout,
			env: environment(),
			execArgv: [`--max-old-space-size=${mostMegabytes}`],
			// What a decoder prints may name a file.
			stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
		});
		child.on('error', () => child.kill('SIGKILL'));
		return child;
	}
}
