import type { Bytes } from './bytes.ts';
import { segments } from './jpeg.ts';
import { parseXmp } from './xmp.ts';

const signature = 'http://ns.adobe.com/xmp/extension/\0';
const note = 'http://ns.adobe.com/xmp/note/HasExtendedXMP';
const headLength = 32 + 4 + 4;

/**
 * The rest of a JPEG's XMP, which one segment could not hold (ISO 16684-3, JPEG: extended XMP): each
 * part has the digest of the whole, the whole's length and the part's offset. Empty where `packet`
 * announces none, or where a program kept the announcement only; throws where some parts are missing.
 */
export async function extendedXmp(bytes: Bytes, packet: Buffer): Promise<Buffer> {
	if (!packet.includes('HasExtendedXMP')) return Buffer.alloc(0);
	const digest = parseXmp(packet).get(note)?.text;
	const parts = (await segments(bytes, 1, signature))
		.filter((part) => part.length >= headLength && part.toString('latin1', 0, 32) === digest)
		.map((part) => ({
			length: part.readUInt32BE(32),
			offset: part.readUInt32BE(36),
			data: part.subarray(headLength),
		}))
		.sort((a, b) => a.offset - b.offset);
	const whole = Buffer.concat(parts.map(({ data }) => data));
	if (whole.length !== (parts[0]?.length ?? 0)) throw new Error('a part is missing');
	return whole;
}
