import { neighbour } from './layout.ts';
import type { Ground } from './dragging.svelte.ts';
import type { Table } from './table.svelte.ts';

/** What the keyboard does on a table. Returns whether the key meant something. */
export function press(event: KeyboardEvent, table: Table, grounds: Iterable<Ground>): boolean {
	const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
	const active = table.active ?? table.order[0];
	if (active === undefined) return false;
	if (altKey) return move(key, table, active, grounds);
	const isMore = ctrlKey || metaKey;
	if (isMore && key.toLowerCase() === 'a') return does(() => table.chooseAll());
	if (key === ' ') return does(() => table.click(active, { isRange: shiftKey, isMore: true }));
	if (key === 'Escape') return does(() => table.clear());
	const next = towards(key, table, active, grounds);
	if (next === undefined) return false;
	if (shiftKey) table.click(next, { isRange: true });
	table.active = next;
	return true;
}

function does(work: () => void): true {
	work();
	return true;
}

/** In the direction of writing. */
function isAhead(key: string): boolean | undefined {
	if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
	return (key === 'ArrowRight') === (document.documentElement.dir !== 'rtl');
}

function towards(
	key: string,
	table: Table,
	active: string,
	grounds: Iterable<Ground>,
): string | undefined {
	const { order } = table;
	const at = order.indexOf(active);
	const ahead = isAhead(key);
	if (ahead !== undefined) return order[at + (ahead ? 1 : -1)] ?? active;
	if (key === 'Home') return order[0];
	if (key === 'End') return order.at(-1);
	if (key === 'ArrowUp') return above(active, grounds, -1) ?? order[Math.max(0, at - 1)];
	if (key === 'ArrowDown') return above(active, grounds, 1) ?? order[at + 1] ?? active;
	return undefined;
}

/** In the row above or below, if that is under the same heading; else the last or first there, by order. */
function above(active: string, grounds: Iterable<Ground>, rows: number): string | undefined {
	const all = [...grounds].sort(
		(one, other) => one.element.compareDocumentPosition(other.element) & 2 || -1,
	);
	const at = all.findIndex(({ layout }) => layout.cells.some(({ key }) => key === active));
	const here = all[at];
	if (!here) return undefined;
	const next = all
		.slice(rows > 0 ? at + 1 : 0, rows > 0 ? undefined : at)
		.filter(({ layout }) => layout.rows);
	const other = (rows > 0 ? next[0] : next.at(-1))?.layout.cells.at(rows > 0 ? 0 : -1)?.key;
	return neighbour(here.layout, active, rows) ?? other;
}

function move(key: string, table: Table, active: string, grounds: Iterable<Ground>): boolean {
	const { chosen } = table;
	const keys = chosen.includes(active) ? chosen : [active];
	const ahead = isAhead(key);
	if (ahead !== undefined) void table.shift(keys, ahead ? 'later' : 'earlier');
	else if (key === 'Home') void table.shift(keys, 'start');
	else if (key === 'End') void table.shift(keys, 'end');
	else if (key === 'ArrowUp' || key === 'ArrowDown') {
		const row = perRow(active, grounds);
		void table.shift(keys, key === 'ArrowUp' ? 'earlier' : 'later', row);
	} else return false;
	return true;
}

/** How many hang in the row: that far is one row up or down. */
function perRow(active: string, grounds: Iterable<Ground>): number {
	for (const { layout } of grounds) {
		const cell = layout.cells.find(({ key }) => key === active);
		if (cell) return layout.cells.filter(({ row }) => row === cell.row).length;
	}
	return 1;
}
