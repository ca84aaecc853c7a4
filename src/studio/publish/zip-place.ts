import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import yazl from 'yazl';
import { Refusal } from '../../vite/refusal.ts';
import { draftEnd, manifestName } from './manifest.ts';
import type { Place } from './place.ts';

/** The same site makes the same archive: the first day that ZIP knows, in no zone. */
const stamp = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };
/** These are small already. */
const packed = /\.(avif|jpe?g|png|woff2|mp3|m4a|ogg|pf_\w+)$/;

/**
 * An archive, made anew each time and put in the place of the last one when it is whole.
 *
 * @throws {Refusal} where the folder is missing, or something else has that name
 */
export async function zipPlace(file: string): Promise<Place> {
	const folder = dirname(file);
	if (!(await stat(folder).catch(() => undefined))?.isDirectory())
		throw new Refusal(`there is no folder ${folder}`, 'make it first, or name another', 1);
	await refuseForeign(file);
	let archive: Archive | undefined;
	const begun = () => (archive ??= begin(`${file}${draftEnd}`));
	return {
		name: file,
		atOnce: 1,
		list: async () => new Map(),
		read: (path) => textIn(file, path),
		room: async () => statfs(folder).then(({ bavail, bsize }) => bavail * bsize),
		put: (path, from) => begun().add(path, from),
		write: async (path, words) => begun().addText(path, words),
		remove: async () => {},
		commit: () => begun().finish(file),
		close: async () => archive?.drop(),
	};
}

type Archive = ReturnType<typeof begin>;

function begin(draft: string) {
	const zip = new yazl.ZipFile();
	const written = pipeline(zip.outputStream, createWriteStream(draft));
	// Whoever adds to it is told; until then nobody waits for it.
	written.catch(() => undefined);
	const texts = new Map<string, string>();
	return {
		/** Resolves when its bytes are on their way to the disk. */
		add: (path: string, from: string) => {
			const added = new Promise<void>((done, fail) => {
				zip.addReadStreamLazy(path, { ...stamp, compress: !packed.test(path) }, (give) => {
					const stream = createReadStream(from);
					stream.on('close', () => done()).on('error', fail);
					give(null, stream);
				});
			});
			return Promise.race([added, written.then(() => added)]);
		},
		/** The last one of a name is what the archive gets. */
		addText: (path: string, words: string) => void texts.set(path, words),
		finish: async (file: string) => {
			for (const [path, words] of texts) zip.addBuffer(Buffer.from(words), path, stamp);
			zip.end();
			await written;
			const handle = await open(draft, 'r+');
			await handle.sync().finally(() => handle.close());
			await rename(draft, file);
		},
		drop: () => rm(draft, { force: true }),
	};
}

async function refuseForeign(file: string): Promise<void> {
	if (!(await stat(file).catch(() => undefined))) return;
	if ((await textIn(file, manifestName).catch(() => undefined)) !== undefined) return;
	throw new Refusal(`${file} was not published from here`, 'move it away, or name another', 1);
}

async function textIn(file: string, path: string): Promise<string | undefined> {
	const there = await stat(file).catch(() => undefined);
	if (!there) return undefined;
	const zip = await yauzl.openPromise(file, { autoClose: false });
	try {
		for await (const entry of zip.eachEntry())
			if (entry.fileName === path) return await text(await zip.openReadStreamPromise(entry));
		return undefined;
	} finally {
		zip.close();
	}
}
