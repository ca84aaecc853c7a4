/** Bytes of a value by TIFF's type. */
const sizes: Readonly<Record<number, number>> = {
	1: 1,
	2: 1,
	3: 2,
	4: 4,
	5: 8,
	6: 1,
	7: 1,
	8: 2,
	9: 4,
	10: 8,
	11: 4,
	12: 8,
};

/** Tags that pixels need (TIFF 6.0, its supplements, and 34675, the colour profile). */
const kept = new Set([
	...[
		254, 256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 282, 283, 284, 290, 291, 292, 293,
	],
	...[
		296, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 332, 334, 336, 338, 339, 340, 341, 347,
	],
	...[529, 530, 531, 532, 34675],
]);
/** Where the data of strips and of tiles lie, and how long they are. */
const data = [
	[273, 279],
	[324, 325],
] as const;

interface Entry {
	tag: number;
	type: number;
	count: number;
	value: Buffer;
}

/**
 * The first picture of a TIFF, written anew: its strips or tiles byte for byte, the tags that they need,
 * and no other. Further pages, previews and everything else are left out.
 */
export function cleanTiff(bytes: Buffer): Buffer {
	const little = bytes.toString('latin1', 0, 2) === 'II';
	const number = (buffer: Buffer, at: number, size: number) =>
		little ? buffer.readUIntLE(at, size) : buffer.readUIntBE(at, size);
	if (number(bytes, 2, 2) !== 42) throw new Error('it is a BigTIFF');
	const entries = entriesOf(bytes, number);
	if (number(entries.find(({ tag }) => tag === 259)?.value ?? Buffer.alloc(2, 1), 0, 2) === 6)
		throw new Error('its JPEG is of the old kind');
	const strips = data.flatMap(([places, lengths]) => {
		const [place, length] = [places, lengths].map((tag) => entries.find((one) => one.tag === tag));
		if (!place || !length) return [];
		const [starts, counts] = [place, length].map((entry) => numbersOf(entry, number));
		return [
			{
				place,
				parts: starts!.map((start, at) => bytes.subarray(start, start + (counts![at] ?? 0))),
			},
		];
	});
	return written(bytes.subarray(0, 4), entries, strips, little);
}

function entriesOf(
	bytes: Buffer,
	number: (buffer: Buffer, at: number, size: number) => number,
): Entry[] {
	const at = number(bytes, 4, 4);
	return Array.from({ length: number(bytes, at, 2) }, (_, index) => {
		const entry = at + 2 + index * 12;
		const [tag, type] = [number(bytes, entry, 2), number(bytes, entry + 2, 2)];
		const count = number(bytes, entry + 4, 4);
		const length = count * (sizes[type] ?? 0);
		const place = length <= 4 ? entry + 8 : number(bytes, entry + 8, 4);
		return { tag, type, count, value: bytes.subarray(place, place + length) };
	}).filter(({ tag, value }) => kept.has(tag) && value.length > 0);
}

function numbersOf(
	{ type, count, value }: Entry,
	number: (buffer: Buffer, at: number, size: number) => number,
): number[] {
	const size = sizes[type]!;
	return Array.from({ length: count }, (_, index) => number(value, index * size, size));
}

/** Header, directory, values, then the strips: every offset is known before anything is written. */
function written(
	magic: Buffer,
	entries: readonly Entry[],
	strips: readonly { place: Entry; parts: readonly Buffer[] }[],
	little: boolean,
): Buffer {
	const put = (buffer: Buffer, value: number, at: number, size: number) =>
		little ? buffer.writeUIntLE(value, at, size) : buffer.writeUIntBE(value, at, size);
	const directory = Buffer.alloc(8 + 2 + entries.length * 12 + 4);
	magic.copy(directory);
	put(directory, 8, 4, 4);
	put(directory, entries.length, 8, 2);
	let end = directory.length;
	const tail: Buffer[] = [];
	const add = (part: Buffer) => {
		const at = end;
		tail.push(part, Buffer.alloc(part.length & 1));
		end += part.length + (part.length & 1);
		return at;
	};
	// Offsets become 32 bits wide, wherever they stand.
	const moved = new Map(strips.map(({ place, parts }) => [place.tag, parts.map(add)]));
	for (const [index, { tag, type, count, value }] of entries.entries()) {
		const at = 10 + index * 12;
		const offsets = moved.get(tag);
		const bytes = offsets ? Buffer.alloc(offsets.length * 4) : value;
		for (const [n, offset] of offsets?.entries() ?? []) put(bytes, offset, n * 4, 4);
		put(directory, tag, at, 2);
		put(directory, offsets ? 4 : type, at + 2, 2);
		put(directory, count, at + 4, 4);
		if (bytes.length <= 4) bytes.copy(directory, at + 8);
		else put(directory, add(bytes), at + 8, 4);
	}
	return Buffer.concat([directory, ...tail]);
}
