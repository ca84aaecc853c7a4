import sharp, { type Sharp } from 'sharp';
import { pixelLimit, readHeader } from '../content/metadata/header.ts';
import { blackPointLut, fromCmyk } from './cmyk.ts';
import { heicAsTiff } from './heic.ts';
import { openLab } from './lab.ts';
import type { Size } from './crop.ts';
import type { MasterPlan } from './plan.ts';
import { coverSvg } from './redact.ts';
import { mostSeconds } from './settings.ts';

// AVIF bytes depend on it: one thread a picture, several pictures at once.
sharp.concurrency(1);
sharp.cache(false);

/** Upright sRGB pixels, three bytes each, in which nothing is left of what is covered. */
export interface SafeMaster extends Size {
	data: Buffer;
}

/**
 * Decodes once, turns upright, converts to sRGB, puts transparency on white, covers what is to be
 * covered, and only then makes it as large as the widest file. All files come from these pixels.
 *
 * @throws {Error} of sharp where the file cannot be decoded
 */
export async function safeMaster(
	file: string,
	plan: Omit<MasterPlan, 'source' | 'key'>,
): Promise<SafeMaster> {
	const upright = await open(file);
	if (plan.redact.length === 0) return develop(upright, plan);
	// Each in a pass of its own: within one chain sharp would shrink first and let the edges of what
	// is covered run into what is not.
	const plain = await develop(upright);
	const cover = Buffer.from(coverSvg(plan.redact, plain));
	const covered = await pixels(raw(plain).composite([{ input: cover }]));
	return pixels(sized(raw(covered), plan));
}

/** A picture as sharp reads it, and what is left to do to its pixels. */
interface Opened {
	image: Sharp;
	lut?: Uint8Array;
}

/** Upright and opaque, on the way to sRGB; of an animation the first frame. */
async function open(file: string): Promise<Opened> {
	const { format, compression, space, icc } = await readHeader(file);
	if (space === 'lab') return { image: await openLab(file) };
	const isHeic = format === 'heif' && compression === 'hevc';
	const input = isHeic ? await heicAsTiff(file, icc) : file;
	const image = sharp(input, { limitInputPixels: pixelLimit, failOn: 'error' })
		.timeout({ seconds: mostSeconds })
		.autoOrient()
		.flatten({ background: '#ffffff' });
	if (space === 'cmyk') return { image: fromCmyk(image), lut: await blackPointLut(icc) };
	// sharp works on 16 bits in Display P3, and has to be told to come back.
	if (space === 'rgb16' && icc) return { image: image.withIccProfile('srgb', { attach: false }) };
	return { image };
}

async function develop({ image, lut }: Opened, size?: Size): Promise<SafeMaster> {
	const master = await pixels(size ? sized(image, size) : image);
	if (lut) look(master.data, lut);
	return master;
}

function look(data: Buffer, lut: Uint8Array): void {
	for (let at = 0; at < data.length; at++) data[at] = lut[data[at]!]!;
}

export function raw({ data, width, height }: SafeMaster): Sharp {
	return sharp(data, { raw: { width, height, channels: 3 } }).timeout({ seconds: mostSeconds });
}

function sized(image: Sharp, { width, height }: Size): Sharp {
	return image.resize(width, height, { fit: 'fill' });
}

async function pixels(image: Sharp): Promise<SafeMaster> {
	const { data, info } = await image
		.toColourspace('srgb')
		.removeAlpha()
		.raw({ depth: 'uchar' })
		.toBuffer({ resolveWithObject: true });
	const { width, height, channels } = info;
	if (channels === 3) return { data, width, height };
	// Grey stays grey through the conversion above.
	return pixels(sharp(data, { raw: { width, height, channels } }).toColourspace('srgb'));
}
