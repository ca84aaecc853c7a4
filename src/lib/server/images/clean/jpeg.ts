import { orientationExif } from './orientation.ts';

/** Start of scan, end of image; markers without a length: TEM and the restarts. */
const [scan, end] = [0xda, 0xd9];
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** What says how pixels are to be decoded and shown: colour profile, and Adobe's word on YCCK. */
function isKept(marker: number, body: Buffer): boolean {
	const starts = (signature: string) => body.toString('latin1', 0, signature.length) === signature;
	if (marker === 0xe2) return starts('ICC_PROFILE\0');
	if (marker === 0xee) return starts('Adobe');
	const isApplication = marker >= 0xe0 && marker <= 0xef;
	return !isApplication && marker !== 0xfe;
}

/** A JPEG (ITU T.81) with the segments that its pixels need; nothing after its end. */
export function cleanJpeg(bytes: Buffer, orientation?: number): Buffer {
	const parts: Buffer[] = [bytes.subarray(0, 2)];
	const exif = orientationExif(orientation);
	if (exif) parts.push(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif])));
	let at = 2;
	while (at + 1 < bytes.length) {
		const marker = bytes[at + 1] ?? 0;
		if (bytes[at] !== 0xff) throw new Error('a segment does not begin where it should');
		if (marker === 0xff) at++;
		else if (marker === end) return Buffer.concat([...parts, bytes.subarray(at, at + 2)]);
		else if (isBare(marker)) at += 2;
		else {
			const next = at + 2 + bytes.readUInt16BE(at + 2);
			const stop = marker === scan ? dataEnd(bytes, next) : next;
			if (isKept(marker, bytes.subarray(at + 4, next))) parts.push(bytes.subarray(at, stop));
			at = stop;
		}
	}
	throw new Error('it has no end');
}

/** Where the data of a scan end: at the next marker that is neither a stuffed zero nor a restart. */
function dataEnd(bytes: Buffer, from: number): number {
	for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
		const next = bytes[at + 1] ?? 0;
		if (next !== 0 && next !== 0xff && !isBare(next)) return at;
	}
	throw new Error('it has no end');
}

function segment(marker: number, body: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([head, body]);
}
