import { open } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import { labTiffAsRgb } from './lab-tiff.ts';

/** Thrown for a file that is no picture, or none that can be shown; its message continues '"a.jpg" …'. */
export class UnreadablePicture extends Error {
	override name = 'UnreadablePicture';
}

/** More than any camera makes: what claims them is a mistake or an attack. */
const megapixels = 120;
export const pixelLimit = megapixels * 1e6;
/** The same in bytes: more than 120 megapixels take uncompressed. */
const megabytes = 768;

/** Brands of ISO base media files that are pictures (ISO 23008-12, AVIF 1.1); others are films. */
const brands = /^(avif|avis|heic|heix|heim|heis|hevc|hevx|mif1|msf1|miaf)$/;

/** By the content, not the name. libvips reads more (SVG, PDF); none of it is a photograph. */
function isPicture(head: Buffer): boolean {
	const text = head.toString('latin1');
	if (/^(\xff\xd8|\x89PNG\r\n|GIF8[79]a|RIFF....WEBP)/s.test(text)) return true;
	if (/^(II[*+]\0|MM\0[*+])/.test(text)) return true;
	return text.slice(4, 8) === 'ftyp' && brands.test(text.slice(8, 12));
}

/** Reads the header only: this runs over every picture of an exhibition. */
export async function readHeader(file: string): Promise<Metadata> {
	const head = await headOf(file).catch((error: unknown) => {
		throw error instanceof UnreadablePicture ? error : new UnreadablePicture('cannot be opened');
	});
	if (head.length === 0) throw new UnreadablePicture('is empty');
	if (!isPicture(head)) throw new UnreadablePicture('is not a picture');
	try {
		return await sharp(file, { limitInputPixels: pixelLimit }).metadata();
	} catch (error) {
		const lab = isLabRefusal(error) ? await labHeader(file).catch(() => undefined) : undefined;
		if (lab) return lab;
		const tooLarge = String(error).includes('exceeds pixel limit');
		throw new UnreadablePicture(
			tooLarge ? `has more than ${megapixels} megapixels` : 'is damaged and cannot be decoded',
		);
	}
}

async function labHeader(file: string): Promise<Metadata | undefined> {
	const retold = await labTiffAsRgb(file);
	return retold && { ...(await sharp(retold).metadata()), space: 'lab' };
}

/** What libvips says of a TIFF in CIELAB. */
function isLabRefusal(error: unknown): boolean {
	return String(error).includes('labq');
}

async function headOf(file: string): Promise<Buffer> {
	const handle = await open(file);
	try {
		const { size } = await handle.stat();
		if (size > megabytes * 2 ** 20) {
			throw new UnreadablePicture(`is larger than ${megabytes} MB`);
		}
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}
