import { orientationExif } from './orientation.ts';

const kept = /^(VP8X|VP8 |VP8L|ALPH|ANIM|ANMF|ICCP)$/;
/** Flags of VP8X (WebP container specification). */
const flags = { exif: 0x08, xmp: 0x04 };

/** A WebP with the chunks that its pixels need. */
export function cleanWebp(bytes: Buffer, orientation?: number): Buffer {
	const exif = orientationExif(orientation);
	const parts: Buffer[] = [];
	const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
	for (let at = 12; at + 8 <= end;) {
		const type = bytes.toString('latin1', at, at + 4);
		const next = at + 8 + evened(bytes.readUInt32LE(at + 4));
		const chunk = Buffer.from(bytes.subarray(at, next));
		if (type === 'VP8X')
			chunk[8] = (chunk[8]! & ~(flags.exif | flags.xmp)) | (exif ? flags.exif : 0);
		if (kept.test(type)) parts.push(chunk);
		at = next;
	}
	// Only where a VP8X says so may there be one, and where there was one it does.
	if (exif) parts.push(Buffer.from('EXIF\x1a\0\0\0', 'latin1'), exif);
	const body = Buffer.concat(parts);
	const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
	head.writeUInt32LE(body.length + 4, 4);
	return Buffer.concat([head, body]);
}

function evened(length: number): number {
	return length + (length & 1);
}
