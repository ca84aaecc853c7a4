import sharp, { type Sharp } from 'sharp';
import { pixelLimit } from '../content/metadata/header.ts';
import { labTiffAsRgb } from '../content/metadata/lab-tiff.ts';
import { encoded } from './srgb.ts';

/** CIE 15, 8.2.1: the inverse of the cube root with its straight foot. */
const [kappa, epsilon] = [24389 / 27, 216 / 24389];
/** D50, the white of print; and XYZ under it to linear sRGB (Bradford's adaptation to D65). */
const white = [0.96422, 1, 0.82521] as const;
const toRgb = [
	[3.1338561, -1.6168667, -0.4906146],
	[-0.9787684, 1.9161415, 0.033454],
	[0.0719453, -0.2289914, 1.4052427],
] as const;

/** A TIFF in CIELAB, upright, as sRGB pixels: sharp cannot read it as what it is. */
export async function openLab(file: string): Promise<Sharp> {
	const retold = await labTiffAsRgb(file);
	const { data, info } = await sharp(retold, { limitInputPixels: pixelLimit, ignoreIcc: true })
		.autoOrient()
		.removeAlpha()
		.raw({ depth: 'uchar' })
		.toBuffer({ resolveWithObject: true });
	// Before anything is resized: its second and third bytes have a sign.
	for (let at = 0; at + 2 < data.length; at += 3) {
		const [l = 0, a = 0, b = 0] = data.subarray(at, at + 3);
		data.set(rgbOf((l / 255) * 100, (a << 24) >> 24, (b << 24) >> 24), at);
	}
	return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } });
}

function rgbOf(l: number, a: number, b: number): number[] {
	const fy = (l + 16) / 116;
	const cubes = [fy + a / 500, fy, fy - b / 200].map((f, index) => {
		return white[index]! * (f ** 3 > epsilon ? f ** 3 : (116 * f - 16) / kappa);
	});
	return toRgb.map(([x, y, z]) => encoded(x * cubes[0]! + y * cubes[1]! + z * cubes[2]!));
}
