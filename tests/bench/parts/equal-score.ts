import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import {
	avifSettings,
	type AvifSettings,
	type Preset,
} from '../../../src/lib/server/images/settings.ts';
import type { Made } from './contend.ts';
import { score, type Pixels } from './score.ts';

interface Point {
	score: number;
	bytes: number;
}

/**
 * How many bytes our settings need for the score that another's file has, as a ratio of that file's:
 * between two of our qualities by the logarithm of the bytes.
 */
export async function bytesAtEqualScore(
	folder: string,
	{ photo, width, path }: Made,
	preset: Preset,
): Promise<{ ratio: number; bytes: number; theirs: number }> {
	const reference = await referenceOf(join(folder, photo), path);
	const theirs = { score: await scoreOf(reference, path), bytes: statSync(path).size };
	const bytes = await bytesAt(theirs.score, reference, avifSettings(preset, width));
	return { ratio: bytes / theirs.bytes, bytes, theirs: theirs.bytes };
}

/** Bytes of an AVIF with these settings, at the quality that gives this score. */
export async function bytesAt(
	wanted: number,
	reference: Pixels,
	settings: AvifSettings,
): Promise<number> {
	const points: Point[] = [];
	for (const step of [-8, 0, 8]) {
		points.push(await trial(reference, { ...settings, quality: settings.quality + step }));
	}
	const [low, middle, high] = points as [Point, Point, Point];
	return wanted < middle.score ? between(low, middle, wanted) : between(middle, high, wanted);
}

/** The photo itself, made as large as a file, or so wide, by the slow and careful way. */
export async function referenceOf(photo: string, like: string | number): Promise<Pixels> {
	const { width, height } = await sizeOf(photo, like);
	const image = sharp(photo)
		.autoOrient()
		.resize(width, height, { fit: 'fill', fastShrinkOnLoad: false });
	return { width, height, data: await pixels(image) };
}

async function sizeOf(photo: string, like: string | number) {
	if (typeof like === 'string') return sharp(like).metadata();
	const { autoOrient: whole } = await sharp(photo).metadata();
	return { width: like, height: Math.round((like * whole.height) / whole.width) };
}

function pixels(image: Sharp): Promise<Buffer> {
	return image.toColourspace('srgb').removeAlpha().raw().toBuffer();
}

async function scoreOf(reference: Pixels, file: string | Buffer): Promise<number> {
	const input = typeof file === 'string' ? readFileSync(file) : file;
	return score(reference, { ...reference, data: await pixels(sharp(input)) });
}

/** One file with these settings. */
export async function trial(reference: Pixels, settings: AvifSettings): Promise<Point> {
	const { width, height, data } = reference;
	const image = sharp(data, { raw: { width, height, channels: 3 } });
	const encoded = await image.avif(settings).toBuffer();
	return { score: await scoreOf(reference, encoded), bytes: encoded.length };
}

function between(a: Point, b: Point, wanted: number): number {
	const part = (wanted - a.score) / (b.score - a.score);
	return Math.exp(Math.log(a.bytes) * (1 - part) + Math.log(b.bytes) * part);
}
