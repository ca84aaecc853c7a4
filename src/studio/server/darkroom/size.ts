import type { Size } from '../../../lib/server/images/crop.ts';

/** Of the whole picture, with this many pixels on its longer side; never enlarged. */
export function within({ width, height }: Size, long: number): Size {
	const scale = Math.min(1, long / Math.max(width, height));
	const scaled = (pixels: number) => Math.max(1, Math.round(pixels * scale));
	return { width: scaled(width), height: scaled(height) };
}
