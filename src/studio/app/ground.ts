const places =
	'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex]';

/**
 * Who works by keys stands somewhere on the page. When that is taken away or cannot be pressed any more, a browser lets
 * them fall to the very beginning: here they come to what is nearest instead. Returns what ends it.
 */
export function keepGround(): () => void {
	let stood: HTMLElement | undefined;
	let around: readonly HTMLElement[] = [];

	function stand({ target }: FocusEvent) {
		const one = target as HTMLElement;
		// Whoever points is not lost, and a field under a finger would raise the keyboard.
		stood = one.matches(':focus-visible') ? one : undefined;
		around = stood ? [...document.querySelectorAll<HTMLElement>(places)] : [];
	}

	function look() {
		if (!stood || (stood.isConnected && !stood.matches(':disabled'))) return;
		const lost = stood;
		stood = undefined;
		const { activeElement } = document;
		if (activeElement === document.body || activeElement === lost) standBy(lost, around);
	}

	const observer = new MutationObserver(look);
	const what = { attributes: true, attributeFilter: ['disabled'] };
	observer.observe(document.body, { childList: true, subtree: true, ...what });
	document.addEventListener('focusin', stand);
	return () => {
		observer.disconnect();
		document.removeEventListener('focusin', stand);
	};
}

/** What came after it rather than what came before; what is hidden or behind a dialog does not take the focus. */
function standBy(lost: HTMLElement, around: readonly HTMLElement[]): void {
	const at = around.indexOf(lost);
	const byDistance = around.flatMap((_, away) => [around[at + away], around[at - away]]);
	for (const one of byDistance) {
		if (!one?.isConnected || one === lost) continue;
		one.focus();
		if (document.activeElement === one) return;
	}
}
