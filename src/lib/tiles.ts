import type { Picture } from './model.ts';

/**
 * A picture that is cut into tiles: its own size, and the edge of a tile, in pixels. Absent where nobody
 * asked for tiles, or where one would hold the whole picture.
 */
export type Tiles = NonNullable<Picture['tiles']>;

/** One tile: the part of the picture that it shows, and the size of its file. Pixels. */
export interface Tile {
	x: number;
	y: number;
	w: number;
	h: number;
	width: number;
	height: number;
	/** How many pixels of the picture are one of the file. */
	factor: number;
}

type Cut = Pick<Tiles, 'width' | 'height' | 'size'>;

/** From 1, doubled until one tile holds the whole picture; only 1 where it does so at once. */
export function factorsOf({ width, height, size }: Cut): number[] {
	const longest = Math.max(width, height);
	const doublings = Math.max(0, Math.ceil(Math.log2(longest / size)));
	return Array.from({ length: doublings + 1 }, (_, index) => 2 ** index);
}

/** Every tile of a level, row by row. */
export function tilesOf({ width, height, size }: Cut, factor: number): Tile[] {
	const step = size * factor;
	const starts = (length: number) =>
		Array.from({ length: Math.ceil(length / step) }, (_, index) => index * step);
	return starts(height).flatMap((y) =>
		starts(width).map((x) => {
			const [w, h] = [Math.min(step, width - x), Math.min(step, height - y)];
			return { x, y, w, h, width: Math.ceil(w / factor), height: Math.ceil(h / factor), factor };
		}),
	);
}

/**
 * Where a tile lies below the folder of its picture: region and size as the IIIF Image API 3.0 writes
 * them (4.7, canonical URI); one that shows the whole picture is `full`, as viewers ask for it.
 */
export function tilePath({ width, height }: Cut, tile: Tile): string {
	const isWhole = tile.w === width && tile.h === height;
	const region = isWhole ? 'full' : [tile.x, tile.y, tile.w, tile.h].join(',');
	return `${region}/${tile.width},${tile.height}/0/default.jpg`;
}
