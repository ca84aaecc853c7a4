import type { Bytes } from './bytes.ts';

/** More segments than any program writes. */
const mostSegments = 4096;
const mostBytes = 32 * 1024 * 1024;

/**
 * Contents of a JPEG's APP segments of one number (1 holds XMP, 13 Photoshop's resources) that begin
 * with this signature, without it, in the order of the file. sharp gives one of each kind only.
 */
export async function segments(bytes: Bytes, app: number, signature: string): Promise<Buffer[]> {
	const found: Buffer[] = [];
	const headLength = 4 + signature.length;
	let room = mostBytes;
	for (let at = 2, count = 0; count < mostSegments && room > 0; count++) {
		const head = await bytes(at, headLength);
		const marker = head[1];
		if (head.length < 4 || head[0] !== 0xff || marker === undefined || isPictureData(marker)) break;
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		const length = head.readUInt16BE(2);
		if (marker === 0xe0 + app && head.toString('latin1', 4) === signature) {
			const content = await bytes(at + headLength, Math.max(0, length + 2 - headLength));
			found.push(content);
			room -= content.length;
		}
		at += 2 + length;
	}
	return found;
}

/** Start of scan and end of image: no metadata stands after them. */
function isPictureData(marker: number): boolean {
	return marker === 0xda || marker === 0xd9;
}
