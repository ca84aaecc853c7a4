import { raw, type SafeMaster } from '../../../lib/server/images/master.ts';

const [columns, rows] = [9, 8];

/**
 * How a picture looks, in 64 bits as hex: for each of 8 × 8 places, whether it is brighter than the one to
 * its right. It stays nearly the same when a picture is shrunk, saved again or made a little brighter.
 */
export async function lookOf(master: SafeMaster): Promise<string> {
	const grey = await raw(master)
		.resize(columns, rows, { fit: 'fill' })
		.greyscale()
		.raw({ depth: 'uchar' })
		.toBuffer();
	const step = grey.length / (columns * rows);
	const bit = (x: number, y: number) => {
		const at = (y * columns + x) * step;
		return grey[at]! > grey[at + step]! ? 1n : 0n;
	};
	let bits = 0n;
	for (let y = 0; y < rows; y++)
		for (let x = 0; x < columns - 1; x++) bits = (bits << 1n) | bit(x, y);
	return bits.toString(16).padStart(16, '0');
}

/** So many of 64 places may differ. */
const tolerance = 6;

export function isAlike(one: string, other: string): boolean {
	if (isPlain(one) || isPlain(other)) return false;
	let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
	let count = 0;
	for (; differing > 0n; differing >>= 1n) count += Number(differing & 1n);
	return count <= tolerance;
}

/** A grey wall looks like any other. */
function isPlain(look: string): boolean {
	return /^0+$/.test(look);
}
