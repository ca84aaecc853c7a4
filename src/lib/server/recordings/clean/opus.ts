/** A page of an Ogg stream (RFC 3533). */
interface Page {
	/** 1 continues a packet, 2 begins the stream, 4 ends it. */
	flags: number;
	granule: Buffer;
	serial: number;
	lengths: Buffer;
	data: Buffer;
}

/** No maker and no comment: RFC 7845, 5.2. */
const noTags = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)]);

/**
 * An Ogg Opus file whose comment header says nothing; its sound is byte for byte the same.
 *
 * @throws {Error} where that cannot be done; its message continues 'it cannot be published: …'
 */
export function cleanOpus(bytes: Buffer): Buffer {
	const pages = pagesOf(bytes);
	const [first, ...rest] = pages;
	if (!first || !first.data.subarray(0, 8).equals(Buffer.from('OpusHead')))
		throw new Error('it is an Ogg file without Opus in it');
	if (pages.some(({ serial }) => serial !== first.serial))
		throw new Error('it holds more than one stream');
	if (rest[0]?.data.toString('latin1', 0, 8) !== 'OpusTags')
		throw new Error('its comment header is missing');
	// The comment header ends with a page: the first that has a segment shorter than 255.
	const ends = rest.findIndex(({ lengths }) => lengths.some((length) => length < 255));
	const sound = rest.slice(ends + 1);
	if (ends < 0 || sound.length === 0) throw new Error('there is no sound in it');
	const tags: Page = {
		...{ flags: 0, granule: Buffer.alloc(8), serial: first.serial },
		...{ lengths: Buffer.from([noTags.length]), data: noTags },
	};
	return Buffer.concat([first, tags, ...sound].map(written));
}

function pagesOf(bytes: Buffer): Page[] {
	const pages: Page[] = [];
	for (let at = 0; bytes.toString('latin1', at, at + 4) === 'OggS';) {
		const segments = bytes[at + 26] ?? 0;
		const lengths = bytes.subarray(at + 27, at + 27 + segments);
		const start = at + 27 + segments;
		const end = start + lengths.reduce((sum, length) => sum + length, 0);
		// A last page that was cut off is no page.
		if (end > bytes.length || lengths.length < segments) break;
		pages.push({
			flags: bytes[at + 5]!,
			granule: bytes.subarray(at + 6, at + 14),
			serial: bytes.readUInt32LE(at + 14),
			lengths,
			data: bytes.subarray(start, end),
		});
		at = end;
	}
	return pages;
}

function written({ flags, granule, serial, lengths, data }: Page, index: number): Buffer {
	const head = Buffer.alloc(27);
	head.write('OggS', 'latin1');
	head[5] = flags;
	granule.copy(head, 6);
	head.writeUInt32LE(serial, 14);
	head.writeUInt32LE(index, 18);
	head[26] = lengths.length;
	const page = Buffer.concat([head, lengths, data]);
	page.writeUInt32LE(checksum(page), 22);
	return page;
}

/** CRC-32 of RFC 3533: polynomial 0x04c11db7, from the highest bit, beginning with 0. */
function checksum(bytes: Buffer): number {
	let sum = 0;
	for (const byte of bytes) sum = ((sum << 8) ^ table[(sum >>> 24) ^ byte]!) >>> 0;
	return sum;
}

const table = Array.from({ length: 256 }, (_, index) => {
	let value = index << 24;
	for (let bit = 0; bit < 8; bit++)
		value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
	return value >>> 0;
});
