const steps: Readonly<Record<string, number>> = {
	ArrowDown: 1,
	ArrowUp: -1,
	Home: -Infinity,
	End: Infinity,
};

/**
 * For a long list of ticks or links that are no stops of Tab themselves: the list is one, and arrows go through it, so
 * that nobody presses Tab two thousand times to come to what is behind it.
 */
export function oneStop(list: HTMLElement): () => void {
	function press(event: KeyboardEvent) {
		const step = steps[event.key];
		if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
		const all = [...list.querySelectorAll<HTMLElement>('input:enabled, a[href]')];
		// From the list itself to its first.
		const at = all.indexOf(document.activeElement as HTMLElement) + step;
		all[Math.max(0, Math.min(all.length - 1, at))]?.focus();
		event.preventDefault();
	}
	list.tabIndex = 0;
	list.addEventListener('keydown', press);
	return () => list.removeEventListener('keydown', press);
}
