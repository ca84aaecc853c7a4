/** Four bytes a pixel, rows from the top. */
export interface Pixels {
	width: number;
	height: number;
	data: Uint8Array;
}

/** PhotometricInterpretation (TIFF 6.0, sections 4 and 16); RGBA's fourth is unassociated alpha. */
const kinds = {
	rgba: { photometric: 2, extra: [[338, 3, 1, 2]] },
	cmyk: { photometric: 5, extra: [] },
};

/**
 * Pixels and their colour profile as an uncompressed TIFF: pixels alone cannot carry a profile into
 * sharp.
 */
export function asTiff(pixels: Pixels, kind: keyof typeof kinds, icc: Buffer | undefined): Buffer {
	const profile = icc ?? Buffer.alloc(0);
	const count = entriesOf(pixels, kind, profile.length, 0).length;
	const depths = 8 + 2 + count * 12 + 4;
	const entries = entriesOf(pixels, kind, profile.length, depths);
	const head = Buffer.alloc(depths + 8);
	head.write('II*\0', 'latin1');
	head.writeUInt32LE(8, 4);
	head.writeUInt16LE(count, 8);
	for (const [index, [tag = 0, type = 0, length = 0, value = 0]] of entries.entries()) {
		const at = 10 + index * 12;
		head.writeUInt16LE(tag, at);
		head.writeUInt16LE(type, at + 2);
		head.writeUInt32LE(length, at + 4);
		head.writeUInt32LE(value, at + 8);
	}
	for (let channel = 0; channel < 4; channel++) head.writeUInt16LE(8, depths + channel * 2);
	return Buffer.concat([head, profile, pixels.data]);
}

/** Tag, type (3 and 4: whole numbers, 7: bytes), count, value or place; by rising tag, as TIFF wants them. */
function entriesOf(
	{ width, height, data }: Pixels,
	kind: keyof typeof kinds,
	icc: number,
	depths: number,
): number[][] {
	const { photometric, extra } = kinds[kind];
	const end = depths + 8;
	return [
		[256, 4, 1, width],
		[257, 4, 1, height],
		[258, 3, 4, depths],
		[259, 3, 1, 1],
		[262, 3, 1, photometric],
		[273, 4, 1, end + icc],
		[277, 3, 1, 4],
		[278, 4, 1, height],
		[279, 4, 1, data.length],
		...extra,
		...(icc > 0 ? [[34675, 7, icc, end]] : []),
	];
}
