/** What is chosen on a table. */
export interface Selection {
	chosen: ReadonlySet<string>;
	/** Where a range begins. */
	anchor?: string;
}

export const nothing: Selection = { chosen: new Set() };

export interface Modifiers {
	isRange?: boolean;
	isMore?: boolean;
}

/** A click: this one alone; with Shift all from the anchor to it; with Ctrl it as well, or not any more. */
export function click(
	{ chosen, anchor }: Selection,
	key: string,
	{ isRange, isMore }: Modifiers,
	order: readonly string[],
): Selection {
	if (isRange) {
		const from = anchor ?? key;
		const range = rangeOf(order, from, key);
		return { chosen: new Set(isMore ? [...chosen, ...range] : range), anchor: from };
	}
	if (!isMore) return { chosen: new Set([key]), anchor: key };
	const next = new Set(chosen);
	if (!next.delete(key)) next.add(key);
	return { chosen: next, anchor: key };
}

function rangeOf(order: readonly string[], from: string, to: string): readonly string[] {
	const [first, last] = [order.indexOf(from), order.indexOf(to)].sort((a, b) => a - b) as [
		number,
		number,
	];
	return first < 0 ? [to] : order.slice(first, last + 1);
}

/** What a lasso touched, in place of what was chosen or besides it. */
export function lasso(before: Selection, keys: readonly string[], isMore: boolean): Selection {
	return { chosen: new Set(isMore ? [...before.chosen, ...keys] : keys), anchor: keys[0] };
}

export function choose(keys: Iterable<string>): Selection {
	const chosen = new Set(keys);
	return { chosen, anchor: [...chosen][0] };
}

/** What is gone is not chosen any more. */
export function among(selection: Selection, order: readonly string[]): Selection {
	if (selection.chosen.size === 0) return selection;
	const keys = new Set(order);
	const left = [...selection.chosen].filter((key) => keys.has(key));
	if (left.length === selection.chosen.size) return selection;
	return { chosen: new Set(left), anchor: left[0] };
}
