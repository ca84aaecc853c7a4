import sharp from 'sharp';
import { cleanGif } from './gif.ts';
import { cleanHeif } from './heif.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanTiff } from './tiff.ts';
import { cleanWebp } from './webp.ts';

const cleaners: Readonly<Record<string, (bytes: Buffer, orientation?: number) => Buffer>> = {
	jpeg: cleanJpeg,
	png: cleanPng,
	webp: cleanWebp,
	gif: cleanGif,
	tiff: cleanTiff,
	heif: cleanHeif,
};

/**
 * The same picture, its pixels byte for byte as they were stored, without anything that is not one:
 * no EXIF but the orientation, no XMP, IPTC block, comment, thumbnail, nothing after its end.
 *
 * @throws {Error} where that cannot be done; its message continues 'it cannot be cleaned: …'
 */
export async function cleaned(bytes: Buffer): Promise<Buffer> {
	const before = await headerOf(bytes);
	const clean = cleaners[before.format ?? ''];
	if (!clean) throw new Error('its format is not known');
	const result = clean(bytes, before.orientation);
	const after = await headerOf(result);
	const told = (of: typeof before) =>
		JSON.stringify([
			of.format,
			of.width,
			of.height,
			of.orientation ?? 1,
			of.icc?.toString('latin1'),
		]);
	if (told(after) !== told(before)) throw new Error('it would not look the same');
	if (after.xmp?.some((byte) => byte !== 0x20) || after.iptc)
		throw new Error('it would still speak');
	return result;
}

/** A TIFF in CIELAB is nothing that libvips reads, and needs no look. */
function headerOf(bytes: Buffer) {
	return sharp(bytes, { limitInputPixels: false }).metadata();
}
