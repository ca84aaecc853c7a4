import type { Bytes } from './bytes.ts';

/** Values of EXIF tags by number: the bytes as the file has them, for only the file's reader knows their encoding. */
export type Exif = ReadonlyMap<number, Buffer>;

/** Longer than any caption; also the most entries that a directory may have. */
const longest = 0xffff;
const exifDirectory = 0x8769;

/** Bytes of one value by TIFF's type: 1 byte, 2 ASCII, 4 long, 7 undefined. No other type is asked for. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 4: 4, 7: 1, 13: 4, 129: 1 };

/**
 * Reads the tags asked for, and no other, from the first directory of a TIFF structure and from the
 * EXIF directory below it (TIFF 6.0, EXIF 3.0). `bytes` begin with `II` or `MM`; where nothing can be
 * read nothing is given. Our own, because exifr gives text decoded as UTF-8 only, others' letters lost.
 */
export async function readExif(bytes: Bytes, tags: readonly number[]): Promise<Exif> {
	const head = await bytes(0, 8);
	const littleEndian = head.toString('latin1', 0, 2) === 'II';
	const number = numbers(littleEndian);
	if (head.length < 8 || number(head, 2, 2) !== 42) return new Map();
	const first = await directory(bytes, number, number(head, 4, 4), [...tags, exifDirectory]);
	const pointer = first.get(exifDirectory);
	const place = pointer?.length === 4 ? number(pointer, 0, 4) : 0;
	const second = place > 0 ? await directory(bytes, number, place, tags) : [];
	return new Map([...second, ...first]);
}

type Numbers = (buffer: Buffer, at: number, size: 2 | 4) => number;

function numbers(littleEndian: boolean): Numbers {
	return (buffer, at, size) =>
		littleEndian ? buffer.readUIntLE(at, size) : buffer.readUIntBE(at, size);
}

/** A directory: the count of its entries, then 12 bytes each: tag, type, count, value or its place. */
async function directory(bytes: Bytes, number: Numbers, at: number, tags: readonly number[]) {
	const values = new Map<number, Buffer>();
	const head = await bytes(at, 2);
	const count = head.length === 2 ? number(head, 0, 2) : 0;
	const entries = await bytes(at + 2, count * 12);
	for (let entry = 0; entry + 12 <= entries.length; entry += 12) {
		const tag = number(entries, entry, 2);
		const length = number(entries, entry + 4, 4) * (sizes[number(entries, entry + 2, 2)] ?? 0);
		if (!tags.includes(tag) || length === 0 || length > longest) continue;
		const inside = entries.subarray(entry + 8, entry + 12);
		values.set(
			tag,
			length <= 4 ? inside.subarray(0, length) : await bytes(number(inside, 0, 4), length),
		);
	}
	return values;
}
