import { factorsOf, tilePath, tilesOf, type Tile, type Tiles } from '../../tiles.ts';
import { hashText } from '../content/hash.ts';
import type { Job, MasterPlan } from './plan.ts';
import { tile as settings } from './settings.ts';

/**
 * A photo's tiles, as jobs and as what a viewer must know of them; undefined where one tile would hold the
 * whole picture. The key is a hash as in `planPicture`; the JPEGs count because `full/max` is one of them.
 *
 * @param files the photo's other files
 */
export function planTiles(
	master: MasterPlan,
	files: readonly Job[],
	encoder: string,
): { tiles: Tiles; jobs: Job[] } | undefined {
	const { width, height } = master;
	const cut = { width, height, size: settings.size };
	const factors = factorsOf(cut);
	if (factors.length < 2) return undefined;
	const jpegs = files.flatMap(({ format, name }) => (format === 'jpg' ? name : []));
	const key = hashText(JSON.stringify([master.key, settings, jpegs, encoder])).slice(0, 20);
	const tiles = { key, ...cut, factors };
	const jobs = factors.flatMap((factor) =>
		tilesOf(cut, factor).map((tile) => asJob(tiles, tile, factor)),
	);
	return { tiles, jobs };
}

function asJob(tiles: Tiles, tile: Tile, factor: number): Job {
	const { width, height } = tile;
	const level = {
		width: Math.ceil(tiles.width / factor),
		height: Math.ceil(tiles.height / factor),
	};
	const cut = { left: tile.x / factor, top: tile.y / factor, width, height };
	const name = tileName(tiles.key, tilePath(tiles, tile));
	return { name, format: 'jpg', width, height, level, cut, framed: false, encode: settings.encode };
}

/** A tile's name in the cache, where all files lie side by side. */
export function tileName(key: string, path: string): string {
	return `${key}-${path.replace('/0/default.jpg', '').replace('/', '-')}.jpg`;
}
