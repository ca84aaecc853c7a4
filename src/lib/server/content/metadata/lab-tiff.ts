import { readFile } from 'node:fs/promises';

const photometric = 262;
const [rgb, lab] = [2, 8];

/**
 * A TIFF in CIELAB of eight bits, retold as one in RGB: libvips takes such a file for another kind of
 * Lab and refuses it, though it reads its bytes well (TIFF 6.0, section 23). Undefined where it is no
 * such file.
 */
export async function labTiffAsRgb(file: string): Promise<Buffer | undefined> {
	const bytes = await readFile(file);
	const order = bytes.toString('latin1', 0, 4);
	if (order !== 'II*\0' && order !== 'MM\0*') return undefined;
	const isLittle = order.startsWith('II');
	const two = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
	const start = isLittle ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
	if (start + 2 > bytes.length) return undefined;
	for (let at = start + 2, left = two(start); left > 0 && at + 12 <= bytes.length; left--) {
		if (two(at) === photometric && two(at + 8) === lab) {
			if (isLittle) bytes.writeUInt16LE(rgb, at + 8);
			else bytes.writeUInt16BE(rgb, at + 8);
			return bytes;
		}
		at += 12;
	}
	return undefined;
}
