import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Exhibition, Picture, Rendition } from '../lib/model.ts';
import { concurrently } from '../lib/server/content/concurrent.ts';
import { cachePath } from '../lib/server/images/cache.ts';
import { tileName } from '../lib/server/images/tiles.ts';
import { tilePath, tilesOf, type Tiles } from '../lib/tiles.ts';
import { linkOrCopy } from './pages.ts';

/** Where the folders of pictures that are cut into tiles lie. */
const place = 'iiif/images';

/** A picture with tiles, and whether other sites may know of them. */
interface Cut {
	tiles: Tiles;
	jpegs: readonly Rendition[];
	isOpen: boolean;
}

/**
 * Puts the tiles of every picture that has some into the site, as `linkPictures` does with pictures. Where
 * the site knows its address and the photo may be indexed they are an image service for others too, with
 * an `info.json`, but in a kiosk; our own viewer needs neither.
 */
export async function hangTiles(
	staging: string,
	cache: string,
	{ photos, publicUrl, channel }: Exhibition,
): Promise<void> {
	for (const cut of cutsOf(photos)) {
		const folder = join(staging, place, cut.tiles.key);
		await concurrently(8, filesOf(cut), async ([path, name]) => {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await linkOrCopy(cachePath(cache, name), join(folder, path));
		});
		if (!publicUrl || channel === 'kiosk' || !cut.isOpen) continue;
		await writeFile(join(folder, 'info.json'), `${JSON.stringify(infoOf(cut, publicUrl))}\n`);
	}
}

/** One for each key: the same photo may lie in two folders. */
function cutsOf(photos: Exhibition['photos']): Cut[] {
	const cuts = new Map<string, Cut>();
	for (const { picture, indexing } of Object.values(photos)) {
		const { tiles } = picture;
		if (!tiles) continue;
		const isOpen = indexing && (cuts.get(tiles.key)?.isOpen ?? true);
		cuts.set(tiles.key, { tiles, jpegs: jpegsOf(picture), isOpen });
	}
	return [...cuts.values()];
}

function jpegsOf({ renditions }: Picture): Rendition[] {
	return renditions.filter(({ format }) => format === 'jpg');
}

/**
 * Paths in a picture's folder, with names in the cache. Level 0 of the API asks for `full/max` besides
 * the tiles, and a viewer may name the smallest tile, which is the whole picture, by its region.
 */
function filesOf({ tiles, jpegs }: Cut): [path: string, name: string][] {
	const all = tiles.factors.flatMap((factor) => tilesOf(tiles, factor));
	const files = all.map((tile): [string, string] => {
		const path = tilePath(tiles, tile);
		return [path, tileName(tiles.key, path)];
	});
	const smallest = files.at(-1)!;
	const region = `0,0,${tiles.width},${tiles.height}`;
	files.push([smallest[0].replace('full', region), smallest[1]]);
	for (const { width, height, name } of jpegs)
		files.push([`full/${width},${height}/0/default.jpg`, name]);
	const widest = jpegs.at(-1);
	if (widest) files.push(['full/max/0/default.jpg', widest.name]);
	return [...new Map(files.map((file) => [file[0], file])).values()];
}

/**
 * What an image service says of itself: IIIF Image API 3.0, chapter 5. The whole picture is to be had no
 * wider than its widest JPEG, which is what `maxWidth` promises.
 */
function infoOf({ tiles, jpegs }: Cut, publicUrl: string) {
	const { key, width, height, size, factors } = tiles;
	const widest = jpegs.at(-1);
	const smallest = tilesOf(tiles, factors.at(-1)!)[0]!;
	return {
		'@context': 'http://iiif.io/api/image/3/context.json',
		id: `${publicUrl.replace(/\/+$/, '')}/${place}/${key}`,
		type: 'ImageService3',
		protocol: 'http://iiif.io/api/image',
		profile: 'level0',
		...{ width, height },
		...(widest ? { maxWidth: widest.width, maxHeight: widest.height } : {}),
		sizes: [smallest, ...jpegs].map(({ width, height }) => ({ width, height })),
		tiles: [{ width: size, height: size, scaleFactors: factors }],
	};
}
