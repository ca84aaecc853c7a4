import { mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { concurrently } from '../../../src/lib/server/content/concurrent.ts';
import { readHeader } from '../../../src/lib/server/content/metadata/header.ts';
import type { PhotoRecord } from '../../../src/lib/server/content/record.ts';
import { cachePath, keep } from '../../../src/lib/server/images/cache.ts';
import { safeMaster } from '../../../src/lib/server/images/master.ts';
import { fulfilHere } from '../../../src/lib/server/images/fulfil.ts';
import {
	makePictures,
	planOf,
	type Darkroom,
	type Fulfil,
	type Outcome,
} from '../../../src/lib/server/images/pictures.ts';
import { planPicture, type Job, type Wish } from '../../../src/lib/server/images/plan.ts';
import { encode } from '../../../src/lib/server/images/render.ts';
import type {
	AvifSettings,
	JpegSettings,
	Preset,
} from '../../../src/lib/server/images/settings.ts';
import { byContent } from '../../../src/lib/server/images/sources.ts';
import type { Wanted } from '../../../src/lib/server/images/wishes.ts';
import { peakMegabytes } from '../../support/peak.ts';
import { rival } from './rivals.ts';

/** An AVIF that a contender made. */
export interface Made {
	photo: string;
	width: number;
	path: string;
}

export interface Result {
	seconds: number;
	megapixels: number;
	/** Resident at the peak. */
	megabytes: number;
	avif: Made[];
}

const widths = { avif: [320, 640, 1280, 2048], jpeg: [640, 1280] };
const cores = availableParallelism();

type Contender = (folder: string, photos: readonly string[], out: string) => Promise<Made[]>;

/** What is published of a photo without words, crops and cards: the same widths and formats as the others make. */
async function wantedOf(
	folder: string,
	photos: readonly string[],
	preset: Preset,
	maxWidth = 2048,
): Promise<Wanted[]> {
	return Promise.all(
		photos.map(async (file) => {
			const { autoOrient: size } = await readHeader(join(folder, file));
			const wish: Wish = {
				...{ size, maxWidth, redact: [], focal: [0.5, 0.5], crop: true },
				...{ cover: false, opening: false, card: false, xmp: '', preset },
			};
			return { photo: { id: file, file, size } as unknown as PhotoRecord, wish };
		}),
	);
}

const ours =
	(preset: Preset, maxWidth?: number): Contender =>
	async (folder, photos, out) => {
		const { hash } = await byContent(out);
		const room: Darkroom = { root: folder, cache: out, hash };
		const wanted = await wantedOf(folder, photos, preset, maxWidth);
		const { failed } = await makePictures(room, wanted, fulfil, () => undefined);
		if (failed.length > 0) throw new Error(`failed: ${failed[0]?.reason}`);
		const plans = await Promise.all(wanted.map((one) => planOf(room, one)));
		return plans.flatMap(({ jobs }, index) =>
			jobs
				.filter(({ format }) => format === 'avif')
				.map(({ width, name }) => ({ photo: photos[index]!, width, path: cachePath(out, name) })),
		);
	};

/** In this process, as the one that `build` starts does. */
const fulfil: Fulfil = async (cache, orders) => {
	const outcomes: Outcome[] = [];
	await fulfilHere(cache, orders, (index, outcome) => (outcomes[index] = outcome));
	return outcomes;
};

/** The same calls of sharp, and nothing else. */
const loop: Contender = async (folder, photos, out) => {
	sharp.concurrency(1);
	const wanted = await wantedOf(folder, photos, 'default');
	await concurrently(cores, wanted, async ({ photo, wish }) => {
		const { master, jobs } = planPicture(photo.file, wish, '');
		const { data, info } = await sharp(join(folder, photo.file), { failOn: 'error' })
			.autoOrient()
			.flatten({ background: '#ffffff' })
			.resize(master.width, master.height, { fit: 'fill' })
			.toColourspace('srgb')
			.raw()
			.toBuffer({ resolveWithObject: true });
		const raw = { width: info.width, height: info.height, channels: 3 as const };
		for (const { name, format, width, height, encode } of jobs) {
			const image = sharp(data, { raw }).resize(width, height, { fit: 'fill' });
			await (
				format === 'avif' ? image.avif(encode as AvifSettings) : image.jpeg(encode as JpegSettings)
			).toFile(join(out, name));
		}
	});
	return [];
};

type EleventyImage = (
	source: string,
	options: object,
) => Promise<Record<string, { width: number; outputPath: string }[]>>;

const eleventy: Contender = async (folder, photos, out) => {
	const image = rival<EleventyImage>('@11ty/eleventy-img');
	const common = { outputDir: out, useCache: false };
	const made = await Promise.all(
		photos.map(async (photo) => {
			const source = join(folder, photo);
			const [{ avif = [] }] = await Promise.all([
				image(source, { ...common, widths: widths.avif, formats: ['avif'] }),
				image(source, { ...common, widths: widths.jpeg, formats: ['jpeg'] }),
			]);
			return avif.map(({ width, outputPath }) => ({ photo, width, path: outputPath }));
		}),
	);
	return made.flat();
};

interface Downsize {
	image(source: string, target: string, options: object, done: (error: Error | null) => void): void;
}

/** A square of 120 pixels and 1,000 pixels of height, at its quality of 90. */
const thumbsup: Contender = async (folder, photos, out) => {
	const downsize = rival<Downsize>('thumbsup-downsize');
	const tasks = photos.flatMap((photo) => [
		{ photo, name: `s-${photo}`, options: { width: 120, height: 120 } },
		{ photo, name: `l-${photo}`, options: { height: 1000, animated: true } },
	]);
	await concurrently(cores, tasks, ({ photo, name, options }) => {
		return new Promise<void>((done, fail) => {
			const ended = (error: Error | null) => (error ? fail(error) : done());
			downsize.image(join(folder, photo), join(out, name), options, ended);
		});
	});
	return [];
};

/** Its two sizes, made our way. */
const thumbs: Contender = async (folder, photos, out) => {
	const wanted = await wantedOf(folder, photos, 'default');
	await concurrently(cores, wanted, async ({ photo, wish }) => {
		const { width, height } = wish.size;
		const size = { width: Math.round((width * 1000) / height), height: 1000 };
		const plan = planPicture(photo.file, { ...wish, maxWidth: size.width }, '');
		const master = await safeMaster(join(folder, photo.file), plan.master);
		const job = (one: Partial<Job>): Job => ({
			...{ name: '', format: 'jpg', framed: false, encode: { quality: 90, mozjpeg: true } },
			...{ ...size, ...one },
		});
		const edge = Math.min(master.width, master.height);
		const cut = { left: (master.width - edge) >> 1, top: 0, width: edge, height: edge };
		const square = job({ width: 120, height: 120, cut });
		await keep(out, `s-${photo.file}`, await encode(master, square));
		await keep(out, `l-${photo.file}`, await encode(master, job(size)));
	});
	return [];
};

const contenders: Record<string, Contender> = {
	...{ default: ours('default'), fast: ours('fast'), fine: ours('fine') },
	...{ 'default-3840': ours('default', 3840), loop, eleventy, thumbsup, thumbs },
};

/** Runs one contender in this process, so that its memory is its own, and prints its result as JSON. */
export async function bench([name = '', folder = '', out = '']: string[]): Promise<void> {
	const contender = contenders[name];
	if (!contender) throw new Error(`there is no contender "${name}"`);
	mkdirSync(out, { recursive: true });
	const photos = readdirSync(folder).sort();
	const sizes = await Promise.all(photos.map((photo) => sharp(join(folder, photo)).metadata()));
	const began = performance.now();
	const avif = await contender(folder, photos, out);
	const seconds = (performance.now() - began) / 1000;
	const megapixels = sizes.reduce((sum, { width, height }) => sum + (width * height) / 1e6, 0);
	const megabytes = peakMegabytes();
	const result: Result = { seconds, megapixels, megabytes, avif };
	console.log(JSON.stringify(result));
}
