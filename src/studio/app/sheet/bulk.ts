import type { PhotoView } from '../../contract/view.ts';
import { readCell, changing, type Change, type Column } from './change.ts';

export const modes = ['replace', 'append', 'empty'] as const;
export type Mode = (typeof modes)[number];

/** One ticked line of the template. */
export interface Line {
	column: Column;
	mode: Mode;
	value: string;
}

/** What the template makes of each photo: only what changes. */
export function filled(
	photos: readonly PhotoView[],
	lines: readonly Line[],
	source: string,
): Change[] {
	const changes = photos.flatMap((photo) =>
		lines.map(({ column, mode, value }): Change => {
			return { photo, column, value: joined(readCell(photo, column, source), value, mode, column) };
		}),
	);
	return changing(changes, source);
}

function joined(now: string, value: string, mode: Mode, { field }: Column): string {
	if (mode === 'replace' || now === '') return value;
	if (mode === 'empty') return now;
	return [now, value].join(field.kind === 'list' ? ', ' : ' ');
}

export interface Search {
	find: string;
	by: string;
	isExact: boolean;
	isWhole: boolean;
}

/** What find and replace makes of each cell. Letters that are written alike are alike, as "ё" in one or two signs. */
export function replaced(
	photos: readonly PhotoView[],
	columns: readonly Column[],
	{ find, by, isExact, isWhole }: Search,
	source: string,
): Change[] {
	if (find === '') return [];
	const plain = find.normalize('NFC').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const pattern = isWhole ? `(?<![\\p{L}\\p{N}\\p{M}])${plain}(?![\\p{L}\\p{N}\\p{M}])` : plain;
	const finder = new RegExp(pattern, isExact ? 'gu' : 'giu');
	return photos.flatMap((photo) =>
		columns.flatMap((column): Change[] => {
			const now = readCell(photo, column, source).normalize('NFC');
			const value = now.replace(finder, () => by);
			return value === now ? [] : [{ photo, column, value }];
		}),
	);
}

/** What is pasted at a cell: rows go down the photos, columns across. */
export function pasted(
	cells: readonly (readonly string[])[],
	photos: readonly PhotoView[],
	columns: readonly Column[],
	at: { row: number; column: number },
	source: string,
): Change[] {
	const changes = cells.flatMap((row, down) =>
		row.flatMap((value, across): Change[] => {
			const [photo, column] = [photos[at.row + down], columns[at.column + across]];
			return photo && column ? [{ photo, column, value }] : [];
		}),
	);
	return changing(changes, source);
}
