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

	function look(changes: readonly MutationRecord[]) {
		const { activeElement, body } = document;
		if (!stood || (activeElement !== body && activeElement !== stood)) return;
		if (!stood.isConnected || stood.matches(':disabled')) return standBy(stood, around);
		// What is put elsewhere on the page loses the focus on the way.
		if (activeElement === body && isMoved(stood, changes)) stood.focus();
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

function isMoved(one: Node, changes: readonly MutationRecord[]): boolean {
	return changes.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(one)));
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
