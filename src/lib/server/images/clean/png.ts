import { crc32 } from 'node:zlib';
import { orientationExif } from './orientation.ts';

/** Chunks that pixels need, of still and of animated pictures (PNG, third edition). */
const kept =
	/^(IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|mDCV|cLLI|bKGD|pHYs|acTL|fcTL|fdAT)$/;

/** A PNG without texts, times, EXIF and whatever else is not a pixel; nothing after its end. */
export function cleanPng(bytes: Buffer, orientation?: number): Buffer {
	const parts: Buffer[] = [bytes.subarray(0, 8)];
	const exif = orientationExif(orientation);
	for (let at = 8; at + 12 <= bytes.length;) {
		const length = bytes.readUInt32BE(at);
		const type = bytes.toString('latin1', at + 4, at + 8);
		if (kept.test(type)) parts.push(bytes.subarray(at, at + 12 + length));
		if (type === 'IHDR' && exif) parts.push(chunk('eXIf', exif));
		if (type === 'IEND') return Buffer.concat(parts);
		at += 12 + length;
	}
	throw new Error('it has no end');
}

function chunk(type: string, body: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(body.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}
