import sharp, { type Sharp } from 'sharp';
import type { Rendition } from '../../model.ts';
import type { Region } from '../content/schema/photo.ts';
import { coverSvg } from './redact.ts';
import { pixelLimit } from '../content/metadata/header.ts';
import type { Settings } from './settings.ts';

// AVIF bytes depend on it: one thread a picture, several pictures at once.
sharp.concurrency(1);
sharp.cache(false);

export const encoder = `sharp ${sharp.versions.sharp} vips ${sharp.versions.vips} aom ${sharp.versions.aom} mozjpeg ${sharp.versions.mozjpeg}`;

/** Upright sRGB pixels in which nothing is left of what is covered. All renditions come from these. */
export interface SafeMaster {
	data: Buffer;
	info: { width: number; height: number; channels: 3 };
}

/**
 * Decodes once, turns upright, converts to sRGB, puts transparency on white, and burns the redactions in.
 *
 * @throws {Error} of sharp where the file cannot be decoded
 */
export async function safeMaster(file: string, redact: readonly Region[]): Promise<SafeMaster> {
	const upright = sharp(file, { limitInputPixels: pixelLimit, failOn: 'error' })
		.autoOrient()
		.flatten({ background: '#ffffff' })
		.toColourspace('srgb')
		.removeAlpha();
	const plain = await pixels(upright);
	if (redact.length === 0) return plain;
	// A pass of its own: within one chain sharp would lay the shapes on after resizing.
	const cover = Buffer.from(coverSvg(redact, plain.info));
	return pixels(
		sharp(plain.data, { raw: plain.info })
			.composite([{ input: cover }])
			.removeAlpha(),
	);
}

async function pixels(image: Sharp): Promise<SafeMaster> {
	const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
	if (info.channels === 3)
		return { data, info: { width: info.width, height: info.height, channels: 3 } };
	const rgb = sharp(data, {
		raw: { width: info.width, height: info.height, channels: info.channels },
	});
	return pixels(rgb.toColourspace('srgb'));
}

/** One encoded file, without any metadata of its source. */
export function encode(
	master: SafeMaster,
	{ width, height, format }: Rendition,
	settings: Settings,
) {
	const resized = sharp(master.data, { raw: master.info }).resize(width, height, { fit: 'fill' });
	const encoded =
		format === 'avif'
			? resized.avif(settings.avif)
			: resized.jpeg({ ...settings.jpeg, mozjpeg: true });
	return encoded.toBuffer();
}
