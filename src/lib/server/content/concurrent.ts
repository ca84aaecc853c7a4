/**
 * Like `Promise.all` over `items.map(work)`, with at most `limit` at work; results keep the order of
 * the items. When one fails, nothing new is begun, and what was begun has ended before it is told.
 */
export async function concurrently<T, R>(
	limit: number,
	items: readonly T[],
	work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	let next = 0;
	const worker = async () => {
		for (let index = next++; index < items.length; index = next++) {
			results[index] = await work(items[index] as T, index);
		}
	};
	const stopping = async () => worker().finally(() => (next = items.length));
	const ended = await Promise.allSettled(
		Array.from({ length: Math.min(limit, items.length) }, stopping),
	);
	for (const one of ended) if (one.status === 'rejected') throw one.reason;
	return results;
}

/** Lets whoever waits have a turn: a server that reads thousands of entries still answers. */
export function breath(): Promise<void> {
	return new Promise((done) => setImmediate(done));
}
