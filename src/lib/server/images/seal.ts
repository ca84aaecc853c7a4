import { extname } from 'node:path';
import type { PhotoRecord } from '../content/record.ts';
import { publicDate, publicPlace } from '../content/public-photo.ts';
import type { Region } from '../content/schema/photo.ts';
import { raw, safeMaster, type SafeMaster } from './master.ts';
import { fill, outlines } from './redact.ts';
import { sealedXmp } from './xmp.ts';

/** Formats that a sealed picture can be written in, and keeps its name. */
const encoders = {
	'.jpg': (image) => image.jpeg({ quality: 95, chromaSubsampling: '4:4:4', mozjpeg: true }),
	'.jpeg': (image) => image.jpeg({ quality: 95, chromaSubsampling: '4:4:4', mozjpeg: true }),
	'.png': (image) => image.png(),
	'.webp': (image) => image.webp({ lossless: true }),
	'.avif': (image) => image.avif({ quality: 85, chromaSubsampling: '4:4:4' }),
	'.tif': (image) => image.tiff({ compression: 'lzw' }),
	'.tiff': (image) => image.tiff({ compression: 'lzw' }),
} satisfies Record<string, (image: ReturnType<typeof raw>) => ReturnType<typeof raw>>;

type Extension = keyof typeof encoders;

export function canBeSealed(file: string): boolean {
	return extname(file).toLowerCase() in encoders;
}

/**
 * The picture with its regions burnt in, at its full size, in the format of its name. Of what the file
 * said of itself it keeps what may be published: title, caption, alt text, keywords, date and place at
 * their precision.
 *
 * @param path of the source
 */
export async function sealed(path: string, photo: PhotoRecord, source: string): Promise<Buffer> {
	const master = await safeMaster(path, { ...photo.size, redact: photo.redact });
	const date = publicDate(photo.date)?.value;
	const words = sealedXmp({ ...photo, date, place: publicPlace(photo.place) }, source);
	const image = words ? raw(master).withXmp(words) : raw(master);
	return encoders[extname(path).toLowerCase() as Extension](image).toBuffer();
}

/** So far may a format's own errors carry a colour from the one that was burnt in. */
const tolerance = 12;

/** Is every region of a picture burnt in already? Looks at points all over each of them. */
export async function isSealed(
	path: string,
	{ size, redact }: Pick<PhotoRecord, 'size' | 'redact'>,
): Promise<boolean> {
	const plain = await safeMaster(path, { ...size, redact: [] });
	return redact.every((region) => samples(region).every((point) => isFilled(plain, point)));
}

const steps = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Points within a region, as fractions of the picture. */
function samples(region: Region): [number, number][] {
	const { left, top, width, height, holds } = outlines(region);
	const grid = steps.flatMap((x) =>
		steps.map((y) => [left + x * width, top + y * height] as const),
	);
	const inside = grid.filter(([x, y]) => holds(x, y));
	return inside.map(([x, y]) => [x, y]);
}

function isFilled({ data, width, height }: SafeMaster, [x, y]: [number, number]): boolean {
	const column = Math.min(width - 1, Math.max(0, Math.round(x * width)));
	const row = Math.min(height - 1, Math.max(0, Math.round(y * height)));
	const at = (row * width + column) * 3;
	const wanted = Buffer.from(fill.slice(1), 'hex');
	return [0, 1, 2].every((channel) => {
		return Math.abs((data[at + channel] ?? 0) - (wanted[channel] ?? 0)) <= tolerance;
	});
}
