import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { concurrently } from '../lib/server/content/concurrent.ts';
import { filesIn } from './made.ts';

/**
 * The files of a folder in which one of these texts stands: as it is, as HTML or JSON write it, and
 * within what is packed with gzip, brotli or zlib.
 *
 * @returns paths below the folder, with the text
 */
export async function tracesIn(
	folder: string,
	texts: readonly string[],
): Promise<{ files: number; found: { file: string; text: string }[] }> {
	const needles = texts.flatMap((text) =>
		formsOf(text).map((form) => ({ text, bytes: Buffer.from(form) })),
	);
	const files = await filesIn(folder);
	const found = await concurrently(8, files, async (file) => {
		const bytes = await readFile(join(folder, file));
		const layers = [Buffer.from(file), bytes, ...unpacked(file, bytes)];
		const seen = needles.filter((needle) => layers.some((layer) => layer.includes(needle.bytes)));
		return [...new Set(seen.map(({ text }) => text))].map((text) => ({ file, text }));
	});
	return { files: files.length, found: found.flat() };
}

/** As it is, and as it stands in markup, in data and in data within markup. */
function formsOf(text: string): string[] {
	const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	const json = JSON.stringify(text).slice(1, -1);
	const forms = [text, html, html.replaceAll('"', '&quot;'), json, json.replaceAll('<', '\\u003c')];
	return [...new Set(forms)];
}

const packings = [
	{ is: (_: string, bytes: Buffer) => bytes.readUInt16BE(0) === 0x1f8b, open: gunzipSync },
	{
		is: (_: string, bytes: Buffer) => bytes[0] === 0x78 && bytes.readUInt16BE(0) % 31 === 0,
		open: inflateSync,
	},
	{ is: (file: string) => file.endsWith('.br'), open: brotliDecompressSync },
];

function unpacked(file: string, bytes: Buffer): Buffer[] {
	if (bytes.length < 2) return [];
	return packings.flatMap(({ is, open }) => {
		try {
			return is(file, bytes) ? open(bytes) : [];
		} catch {
			return [];
		}
	});
}
