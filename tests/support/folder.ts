import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

/** A new empty folder that is removed when the tests end: see `temporary.ts`. */
export async function temporaryFolder(): Promise<string> {
	return mkdtemp(join(tmpdir(), 'nigoh-test-'));
}

/** Writes files below a folder: texts as they are, `true` for a small picture. */
export async function fill(
	folder: string,
	files: Readonly<Record<string, string | Buffer | true>>,
): Promise<void> {
	for (const [name, content] of Object.entries(files)) {
		const path = join(folder, name);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, content === true ? await smallPicture(name) : content);
	}
}

/** A content folder made of these files. */
export async function contentFolder(
	files: Readonly<Record<string, string | Buffer | true>>,
): Promise<string> {
	const folder = await temporaryFolder();
	await fill(folder, files);
	return folder;
}

/** A JPEG of 48 x 32 pixels whose colour, and so whose bytes, depend on the name. */
export async function smallPicture(name: string, width = 48, height = 32): Promise<Buffer> {
	const sum = [...name].reduce(
		(total, letter) => (total * 31 + letter.charCodeAt(0)) % 0xffffff,
		7,
	);
	const background = { r: sum & 255, g: (sum >> 8) & 255, b: (sum >> 16) & 255 };
	return sharp({ create: { width, height, channels: 3, background } })
		.jpeg()
		.toBuffer();
}
