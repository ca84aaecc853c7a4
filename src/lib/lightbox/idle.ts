/** Safari has no idle callback; by then a page of ours is still. */
const laterMs = 1500;

/** Does something when the page has loaded and has nothing better to do; returns how to call it off. */
export function whenIdle(work: () => void): () => void {
	if ('requestIdleCallback' in globalThis) {
		const handle = requestIdleCallback(work, { timeout: 2 * laterMs });
		return () => cancelIdleCallback(handle);
	}
	const timer = setTimeout(work, laterMs);
	return () => clearTimeout(timer);
}
