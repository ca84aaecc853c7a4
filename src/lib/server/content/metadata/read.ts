import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Metadata } from 'sharp';
import { bytesOf, bytesOfFile, type Bytes } from './bytes.ts';
import type { Embedded, Fields } from './embedded.ts';
import { exifFields } from './exif-fields.ts';
import { extendedXmp } from './extended-xmp.ts';
import { mentions } from '../names.ts';
import { readHeader } from './header.ts';
import { iimFields } from './iim-fields.ts';
import { readIim } from './iim.ts';
import { segments } from './jpeg.ts';
import { parseXmp } from './xmp.ts';
import { xmpFields } from './xmp-fields.ts';

export type { Embedded } from './embedded.ts';
export { UnreadablePicture } from './header.ts';

/** What could not be read; the rest was. `file` as given to `readMetadata`. */
export interface Trouble {
	file: string;
	message: string;
}

/**
 * What a picture and its sidecars say of it. `file` and `sidecars` are absolute, the nearest sidecar
 * first. Each field comes whole from the first that has it: sidecars, XMP, then the older IPTC block
 * and EXIF, which many programs leave as they were when they write XMP. Throws `UnreadablePicture` for
 * what is no picture; pixels are not decoded, so damage there is not seen.
 */
export async function readMetadata(
	file: string,
	sidecars: readonly string[],
): Promise<{ embedded: Embedded; troubles: Trouble[] }> {
	const header = await readHeader(file);
	const troubles: Trouble[] = [];
	const attempt = async (file: string, message: string, read: () => Promise<Fields>) =>
		read().catch(() => {
			troubles.push({ file, message });
			return {};
		});
	const sources: Fields[] = [];
	for (const sidecar of sidecars) {
		const message = `the sidecar "${basename(sidecar)}" cannot be read`;
		sources.push(await attempt(sidecar, message, () => readSidecar(sidecar)));
	}
	const handle = await open(file);
	try {
		const bytes = bytesOfFile(handle);
		for (const [name, read] of readers) {
			const message = `the ${name} of this picture cannot be read`;
			sources.push(await attempt(file, message, () => read(header, bytes)));
		}
	} finally {
		await handle.close();
	}
	const { width, height } = header.autoOrient;
	return { embedded: { ...withoutPeople(sources), width, height }, troubles };
}

/** The nearest source comes first. A keyword may be somebody's name, whichever source has either. */
function withoutPeople(sources: readonly Fields[]): Fields {
	const fields = Object.assign({}, ...[...sources].reverse()) as Fields;
	delete fields.people;
	const people = sources.flatMap((one) => one.people ?? []);
	if (people.length === 0 || !fields.keywords) return fields;
	return { ...fields, keywords: fields.keywords.filter((word) => !mentions(word, people)) };
}

type Reader = (header: Metadata, bytes: Bytes) => Promise<Fields>;

const readers: readonly (readonly [name: string, read: Reader])[] = [
	['XMP', readXmp],
	['second part of the XMP', readRestOfXmp],
	['IPTC block', readIptc],
	['EXIF', readExif],
];

async function readSidecar(file: string): Promise<Fields> {
	return xmpFields(parseXmp(await readFile(file)));
}

async function readXmp(header: Metadata, bytes: Bytes): Promise<Fields> {
	return xmpFields(parseXmp(await packetOf(header, bytes)));
}

async function readRestOfXmp(header: Metadata, bytes: Bytes): Promise<Fields> {
	if (header.format !== 'jpeg') return {};
	const packet = await packetOf(header, bytes);
	return xmpFields(parseXmp(await extendedXmp(bytes, packet)));
}

/** Of a JPEG sharp gives the first XMP segment, even where that is a part of the extended XMP. */
async function packetOf({ format, xmp }: Metadata, bytes: Bytes): Promise<Buffer> {
	const signature = 'http://ns.adobe.com/xap/1.0/\0';
	const [packet] = format === 'jpeg' && xmp ? await segments(bytes, 1, signature) : [];
	return packet ?? xmp ?? Buffer.alloc(0);
}

/** JPEG may have Photoshop's resources in several segments, of which sharp gives one. */
async function readIptc({ format, iptc }: Metadata, bytes: Bytes): Promise<Fields> {
	if (!iptc) return {};
	const signature = 'Photoshop 3.0\0';
	const parts = format === 'jpeg' ? await segments(bytes, 13, signature) : [];
	return iimFields(readIim(parts.length > 0 ? Buffer.concat(parts) : iptc));
}

/** A TIFF is itself what EXIF is written in; elsewhere it is a block, in some formats with a prefix. */
async function readExif({ format, exif }: Metadata, bytes: Bytes): Promise<Fields> {
	if (format === 'tiff') return exifFields(bytes);
	if (!exif) return {};
	const start = exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0;
	return exifFields(bytesOf(exif.subarray(start)));
}
