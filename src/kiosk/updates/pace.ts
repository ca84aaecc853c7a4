import { setTimeout as wait } from 'node:timers/promises';

/**
 * Lets bytes through no faster than so many a second, all transfers together. Resolves when the next
 * ones may be read.
 */
export function pace(
	bytesPerSecond: number,
	now = () => performance.now(),
	sleep: (ms: number) => Promise<unknown> = wait,
): (bytes: number) => Promise<void> {
	let free = 0;
	return async (bytes) => {
		const start = Math.max(free, now());
		free = start + (bytes / bytesPerSecond) * 1000;
		const ms = free - now();
		if (ms > 0) await sleep(ms);
	};
}
