import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The list of a site's files, at its top: what is not on it was put there by somebody else. */
export const listName = '.nigoh';

const picture = /^media\/[0-9a-f]{20}-\d+\.(avif|jpg)$/;
const tile = /^iiif\/images\/[0-9a-f]{20}\/(full|\d+,\d+,\d+,\d+)\/(max|\d+,\d+)\/0\/default\.jpg$/;
const isNamed = (file: string) => picture.test(file) || tile.test(file);

/** Writes the list. It comes last, so that a site which has it is complete. */
export async function listFiles(site: string): Promise<void> {
	const files = (await filesIn(site)).filter((file) => !isNamed(file));
	await writeFile(join(site, listName), `${files.join('\n')}\n`);
}

/** The first files of OUT that `build` did not make; none where OUT is missing, empty or ours. */
export async function foreignFiles(out: string): Promise<string[]> {
	const files = await filesIn(out);
	const list = await readFile(join(out, listName), 'utf8').catch(() => '');
	const ours = new Set([...list.split('\n'), listName]);
	return files.filter((file) => !ours.has(file) && !(list && isNamed(file))).slice(0, 5);
}

/** Paths of all files below, with `/`, sorted by code units. */
export async function filesIn(folder: string): Promise<string[]> {
	try {
		const entries = await readdir(folder, { recursive: true, withFileTypes: true });
		return entries
			.filter((entry) => !entry.isDirectory())
			.map(({ parentPath, name }) =>
				join(parentPath, name)
					.slice(folder.length + 1)
					.replaceAll('\\', '/'),
			)
			.sort();
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT') return [];
		if (code === 'ENOTDIR') return ['.'];
		throw error;
	}
}
