import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile, hashText } from '../content/hash.ts';
import { StatIndex } from '../content/stat-index.ts';

/** Tells what identifies a source's content: a hash in hex of the file at `root/file`. */
export type SourceHash = (root: string, file: string) => Promise<string>;

/** By path, size and time alone: in development no photo is read before it is looked at. */
export const statHash: SourceHash = async (root, file) => {
	const path = join(root, file);
	// A link to nowhere is a picture that cannot be opened, not the end of every page.
	const { size, mtimeMs, ctimeMs } = await stat(path).catch(() => nothing);
	return hashText([path, size, mtimeMs, ctimeMs].join('\n'));
};

const nothing = { size: 0, mtimeMs: 0, ctimeMs: 0 };

/** SHA-256 of the bytes, remembered in the cache: an unchanged photo is not read again. */
export async function byContent(
	cache: string,
): Promise<{ hash: SourceHash; index: StatIndex<string> }> {
	const index = await StatIndex.open<string>(join(cache, 'sources.json'));
	const hash: SourceHash = (root, file) =>
		index.get(root, [file], () => hashFile(join(root, file)));
	return { hash, index };
}
