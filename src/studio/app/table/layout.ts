/** A thumbnail's or a wall text's place on the table, in px from the upper inline-start corner of its group. */
export interface Cell {
	key: string;
	x: number;
	y: number;
	width: number;
	height: number;
	row: number;
}

export interface Layout {
	cells: readonly Cell[];
	height: number;
	rows: number;
}

export interface Item {
	key: string;
	/** Width by height. */
	ratio: number;
}

export interface Sizes {
	/** Of the group. */
	width: number;
	/** Height of the thumbnails. */
	size: number;
	/** Height of what is written under them. */
	label: number;
	gap: number;
}

/** Widest and narrowest picture by its height: a panorama is shown smaller, not cropped. */
const widest = 1.8;
const narrowest = 0.75;

/** Rows of equal height, each picture whole: reckoned, not measured, so that two thousand cost nothing. */
export function lay(items: readonly Item[], { width, size, label, gap }: Sizes): Layout {
	// Not on the screen yet.
	if (width === 0) return { cells: [], rows: 0, height: 0 };
	const height = size + label;
	let x = 0;
	let row = 0;
	const cells = items.map(({ key, ratio }): Cell => {
		const wide = Math.min(width, Math.round(size * Math.min(widest, Math.max(narrowest, ratio))));
		if (x > 0 && x + wide > width) {
			x = 0;
			row += 1;
		}
		const cell = { key, x, y: row * (height + gap), width: wide, height, row };
		x += wide + gap;
		return cell;
	});
	const rows = cells.length ? row + 1 : 0;
	return { cells, rows, height: rows ? rows * (height + gap) - gap : 0 };
}

/** Those between two heights. */
export function between(layout: Layout, top: number, bottom: number): Cell[] {
	return layout.cells.filter(({ y, height }) => y + height >= top && y <= bottom);
}

export function inRows(cells: readonly Cell[]): [number, Cell[]][] {
	const rows = new Map<number, Cell[]>();
	for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
	return [...rows];
}

/** Before which cell something would come that is let go here: its number, or that of cells. */
export function dropAt({ cells }: Layout, x: number, y: number, gap: number): number {
	const last = cells.at(-1);
	if (!last) return 0;
	const row = Math.max(0, Math.min(last.row, Math.floor(y / (last.height + gap))));
	const inRow = cells.flatMap((cell, at) => (cell.row === row ? [[cell, at] as const] : []));
	const found = inRow.find(([cell]) => x < cell.x + cell.width / 2);
	return found ? found[1] : (inRow.at(-1)?.[1] ?? -1) + 1;
}

export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** What a lasso touches. */
export function touched({ cells }: Layout, box: Box): string[] {
	return cells
		.filter(
			(cell) =>
				cell.x < box.x + box.width &&
				cell.x + cell.width > box.x &&
				cell.y < box.y + box.height &&
				cell.y + cell.height > box.y,
		)
		.map(({ key }) => key);
}

/** The one above or below, nearest to the middle. */
export function neighbour({ cells }: Layout, key: string, rows: number): string | undefined {
	const from = cells.find((one) => one.key === key);
	if (!from) return undefined;
	const middle = from.x + from.width / 2;
	const away = ({ x, width }: Cell) => Math.abs(x + width / 2 - middle);
	return cells
		.filter(({ row }) => row === from.row + rows)
		.reduce<Cell | undefined>(
			(best, one) => (best && away(best) <= away(one) ? best : one),
			undefined,
		)?.key;
}
