import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fatal } from '../lib/server/images/failure.ts';
import type { Fulfil, Order, Outcome } from '../lib/server/images/pictures.ts';

/** From the process that makes pictures: begun, ended, or what the system refused; and its peak of memory. */
export type Report =
	| { begun: number }
	| { ended: number; outcome: Outcome; megabytes: number }
	| { refused: { message: string; code?: string; path?: string } };

interface Workshop {
	fulfil: Fulfil;
	/** Peak of memory in megabytes, of the process that makes pictures. */
	megabytes(): number;
}

/**
 * Makes pictures in a process of its own: it has its own settings of memory and threads, which must
 * stand before it starts, and a file that makes a decoder crash takes nothing else with it.
 */
export function workshop(checkout: string): Workshop {
	let megabytes = 0;
	const fulfil: Fulfil = async (cache, orders, tell) => {
		const outcomes: Outcome[] = [];
		const pending = new Set(orders.keys());
		let megapixels = 0;
		const end = (index: number, outcome: Outcome) => {
			outcomes[index] = outcome;
			pending.delete(index);
			megapixels += orders[index]?.megapixels ?? 0;
			tell(orders.length - pending.size, megapixels);
		};
		while (pending.size > 0) {
			const suspects = await attempt([...pending]);
			// What was in hand when it crashed is tried again, each alone.
			for (const index of suspects) {
				if ((await attempt([index])).length > 0) end(index, { reason: fatal });
			}
		}
		return outcomes;

		async function attempt(indices: readonly number[]): Promise<number[]> {
			const some = indices.map((index) => orders[index]!);
			return run(checkout, cache, some, (at, outcome, peak) => {
				megabytes = Math.max(megabytes, peak);
				end(indices[at]!, outcome);
			}).then((left) => left.map((at) => indices[at]!));
		}
	};
	return { fulfil, megabytes: () => megabytes };
}

/** Returns the orders that were in hand if the process died of one; none where all went well. */
function run(
	checkout: string,
	cache: string,
	orders: readonly Order[],
	ended: (index: number, outcome: Outcome, megabytes: number) => void,
): Promise<number[]> {
	return new Promise((done, fail) => {
		const inHand = new Set<number>();
		const open = new Set(orders.keys());
		const script = join(checkout, 'src', 'cli', 'run.js');
		const child = fork(script, ['make-pictures'], {
			cwd: checkout,
			env: environment(),
			execArgv: [],
		});
		child.send({ cache, orders });
		child.on('message', (report: Report) => {
			if ('begun' in report) inHand.add(report.begun);
			else if ('ended' in report) {
				inHand.delete(report.ended);
				open.delete(report.ended);
				ended(report.ended, report.outcome, report.megabytes);
			} else fail(Object.assign(new Error(report.refused.message), report.refused));
		});
		child.on('error', fail);
		// Its last words may arrive after its exit is known: the channel closes behind them.
		const heard = once(child, 'disconnect').catch(() => undefined);
		child.on('exit', (code, signal) => {
			void heard.then(() => {
				if (open.size === 0) done([]);
				else if (inHand.size > 0 && signal !== 'SIGINT') done([...inHand]);
				else fail(new Error(`the pictures could not be made (${signal ?? code})`));
			});
		});
	});
}

/**
 * A thread for each core that waits for an encoder. And on Linux, memory of the size of pictures is kept
 * for the next one instead of being given back and asked for again, in no more heaps than there are
 * cores: a fifth of the time, and of the memory.
 */
export function environment(): NodeJS.ProcessEnv {
	const cores = availableParallelism();
	return {
		MALLOC_ARENA_MAX: String(cores),
		MALLOC_MMAP_THRESHOLD_: String(32 * 2 ** 20),
		MALLOC_TRIM_THRESHOLD_: String(256 * 2 ** 20),
		...process.env,
		UV_THREADPOOL_SIZE: String(Math.max(4, cores + 2)),
	};
}
