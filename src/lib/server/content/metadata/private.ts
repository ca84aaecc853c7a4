import { open, readFile } from 'node:fs/promises';
import { bytesOf, bytesOfFile } from './bytes.ts';
import { readExif } from './exif.ts';
import { readHeader } from './header.ts';

/** EXIF 3.0: what tells where a picture was taken, with which device, and whose that is. */
const tags: readonly (readonly [number, string])[] = [
	[0x8825, 'a position'],
	[0xa431, 'a serial number'],
	[0xa435, 'a serial number'],
	[0xa430, 'an owner'],
	[0x927c, 'a maker note'],
];
const properties: readonly (readonly [RegExp, string])[] = [
	[/GPSLatitude|GPSLongitude/, 'a position'],
	[/SerialNumber/, 'a serial number'],
	[/OwnerName/, 'an owner'],
	[/PersonInImage/, 'a name of who is in it'],
];

/** What a picture's file tells that nobody outside should know, in words; none where that is nothing. */
export async function privateMetadata(file: string): Promise<string[]> {
	const { format, exif, xmp } = await readHeader(file);
	const found = new Set(await inExif(file, format, exif));
	// All of it as text: in a JPEG sharp gives one packet of several.
	const packet =
		format === 'jpeg' ? (await readFile(file)).toString('latin1') : (xmp?.toString() ?? '');
	for (const [pattern, what] of properties) if (pattern.test(packet)) found.add(what);
	return [...found];
}

async function inExif(file: string, format: string | undefined, exif: Buffer | undefined) {
	const numbers = tags.map(([number]) => number);
	const named = (values: ReadonlyMap<number, unknown>) =>
		tags.flatMap(([number, what]) => (values.has(number) ? what : []));
	if (format === 'tiff') {
		const handle = await open(file);
		return readExif(bytesOfFile(handle), numbers)
			.then(named)
			.finally(() => handle.close());
	}
	if (!exif) return [];
	const start = exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0;
	return named(await readExif(bytesOf(exif.subarray(start)), numbers));
}
