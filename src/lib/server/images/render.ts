import sharp, { type Sharp } from 'sharp';
import { fitWithin, type Size } from './crop.ts';
import { raw, type SafeMaster } from './master.ts';
import type { Job } from './plan.ts';
import { ground, type JpegSettings } from './settings.ts';

const { sharp: own, vips, heif, aom, mozjpeg } = sharp.versions;

/** One more whenever this folder makes other pixels of the same picture: what covers, converts, crops. */
const recipe = 1;

/** What decodes and encodes: another version may give other bytes. */
export const encoder = `recipe ${recipe} sharp ${own} vips ${vips} heif ${heif} aom ${aom} mozjpeg ${mozjpeg}`;

/** How much quality is given up at a time where a file must be smaller. */
const qualityStep = 8;
const leastQuality = 24;

/** One encoded file; of metadata it has what its plan says, and nothing of its source's. */
export async function encode(whole: SafeMaster, job: Job): Promise<Buffer> {
	const master = job.level ? await levelOf(whole, job.level) : whole;
	const { quality } = job.encode;
	let data = await encodeAt(master, job, quality);
	for (let q = quality - qualityStep; tooLarge(data, job) && q >= leastQuality; q -= qualityStep) {
		data = await encodeAt(master, job, q);
	}
	return data;
}

function tooLarge({ length }: Buffer, { mostBytes = Infinity }: Job): boolean {
	return length >= mostBytes;
}

function encodeAt(master: SafeMaster, job: Job, quality: number): Promise<Buffer> {
	const shaped = shape(master, job);
	const told = job.xmp ? shaped.withXmp(job.xmp) : shaped;
	const encoded =
		job.format === 'avif'
			? told.avif({ ...job.encode, quality })
			: told.jpeg({ ...(job.encode as JpegSettings), quality });
	return encoded.toBuffer();
}

function shape(master: SafeMaster, { width, height, cut, framed }: Job): Sharp {
	const image = raw(master);
	if (!framed) return (cut ? image.extract(cut) : image).resize(width, height, { fit: 'fill' });
	const fitted = fitWithin(master, { width, height });
	const [left, top] = [(width - fitted.width) >> 1, (height - fitted.height) >> 1];
	const [right, bottom] = [width - fitted.width - left, height - fitted.height - top];
	return image
		.resize(fitted.width, fitted.height, { fit: 'fill' })
		.extend({ left, top, right, bottom, background: ground });
}

/** The mean colour of the pixels, as `#rrggbb`. */
export async function meanColour(master: SafeMaster): Promise<string> {
	const mean = raw(master).resize(1, 1, { fit: 'fill', kernel: 'cubic' });
	return `#${(await mean.raw().toBuffer()).toString('hex')}`;
}

/** The last level of each master: its tiles are made one after another. */
const levels = new WeakMap<SafeMaster, Promise<SafeMaster>>();

async function levelOf(master: SafeMaster, size: Size): Promise<SafeMaster> {
	const last = await levels.get(master);
	if (last?.width === size.width && last.height === size.height) return last;
	const level = shrink(master, size);
	levels.set(master, level);
	return level;
}

async function shrink(master: SafeMaster, { width, height }: Size): Promise<SafeMaster> {
	if (master.width === width && master.height === height) return master;
	const image = raw(master).resize(width, height, { fit: 'fill' });
	return { data: await image.raw().toBuffer(), width, height };
}
