import { readdirSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { corpus } from '../corpus.ts';
import { temporaryFolder } from '../folder.ts';

/** So many photographs that nobody here has made, none larger than 2 MB. */
export function realPhotographs(count: number): string[] {
	const all = ['camera', 'metadata', 'metadata/orientation'].flatMap((folder) =>
		readdirSync(join(corpus, folder)).map((name) => join(corpus, folder, name)),
	);
	const fit = all.filter((file) => /\.jpe?g$/i.test(file) && statSync(file).size < 2 * 2 ** 20);
	if (fit.length < count) throw new Error(`there are ${fit.length} photographs`);
	return fit.sort().slice(0, count);
}

/** As many that were made: bands of colours, no two alike. */
export async function madePhotographs(count: number): Promise<string[]> {
	const folder = await temporaryFolder();
	const make = async (_: unknown, at: number) => {
		const path = join(folder, `window-${String.fromCharCode(97 + (at % 26))}${at}.jpg`);
		await writeFile(path, await bands(at));
		return path;
	};
	return Promise.all(Array.from({ length: count }, make));
}

/** @param seed another one is another picture */
export function bands(seed: number, width = 480, height = 320): Promise<Buffer> {
	const pixels = Buffer.alloc(width * height * 3);
	for (let at = 0; at < pixels.length; at += 3) {
		const [x, y] = [(at / 3) % width, Math.floor(at / 3 / width)];
		pixels[at] = (Math.floor(x / (20 + seed)) * (37 + seed * 13)) & 255;
		pixels[at + 1] = (Math.floor(y / (15 + (seed % 7) * 5)) * (71 + seed * 29)) & 255;
		pixels[at + 2] = (seed * 53) & 255;
	}
	return sharp(pixels, { raw: { width, height, channels: 3 } })
		.jpeg()
		.toBuffer();
}
