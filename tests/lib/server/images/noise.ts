import sharp from 'sharp';
import { seeded } from '../../../support/seeded.ts';

/** A grey picture with random noise in a part of it, which stands for a face. Fractions as in `redact`. */
export async function pictureWithNoise(
	size: { width: number; height: number },
	isFace: (x: number, y: number) => boolean,
): Promise<Buffer> {
	const { width, height } = size;
	const random = seeded(7);
	const data = Buffer.alloc(width * height * 3, 128);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			if (!isFace((x + 0.5) / width, (y + 0.5) / height)) continue;
			for (let c = 0; c < 3; c++) data[(y * width + x) * 3 + c] = Math.floor(random() * 256);
		}
	}
	return sharp(data, { raw: { width, height, channels: 3 } })
		.png()
		.toBuffer();
}

/** Pearson's correlation of two lists of numbers; 0 where one of them does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number {
	const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
	const [ma, mb] = [mean(a), mean(b)];
	let [ab, aa, bb] = [0, 0, 0];
	for (const [index, value] of a.entries()) {
		const [da, db] = [value - ma, (b[index] ?? 0) - mb];
		ab += da * db;
		aa += da * da;
		bb += db * db;
	}
	return aa < 1e-9 || bb < 1e-9 ? 0 : ab / Math.sqrt(aa * bb);
}
