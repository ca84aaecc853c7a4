import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compare } from './problems.ts';

/** One folder below the content folder; paths are relative to that, with `/`, and '' is itself. */
export interface Folder {
	path: string;
	/** In the order of their names. */
	files: ReadonlySet<string>;
	pictures: readonly string[];
	/** Why it could not be looked into, such as `EACCES`. */
	closed?: string;
}

const picture = /\.(jpe?g|png|webp|avif|tiff?|gif|hei[cf]|hif)$/i;
/** Folders that hold nothing to show. */
const apart = new Set(['vault', 'node_modules']);

/** All folders in the order of their paths. Hidden files and folders (`.git`, `._IMG_1.JPG`) are passed over. */
export async function listFolders(root: string, path = ''): Promise<Folder[]> {
	const found = await readdir(join(root, path), { withFileTypes: true });
	const entries = found.filter(({ name }) => !name.startsWith('.'));
	const files = entries
		.filter((entry) => !entry.isDirectory())
		.map(({ name }) => name)
		.sort(compare);
	const folder = {
		path,
		files: new Set(files),
		pictures: files.filter((f) => picture.test(f)),
	};
	const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
	const looked = names
		.sort(compare)
		.filter((name) => path !== '' || !apart.has(name))
		.map((name) => listInner(root, path ? `${path}/${name}` : name));
	return [folder, ...(await Promise.all(looked)).flat()];
}

/** A folder that may not be read hides itself only. */
async function listInner(root: string, path: string): Promise<Folder[]> {
	try {
		return await listFolders(root, path);
	} catch (error) {
		const { code = 'unknown' } = error as NodeJS.ErrnoException;
		return [{ path, files: new Set(), pictures: [], closed: code }];
	}
}

export function isPicture(name: string): boolean {
	return picture.test(name);
}

/** Pictures whose names differ only by case or Unicode form: on another computer they are one file. */
export function clashes(names: readonly string[]): string[][] {
	const groups = groupBy(names, (name) => name.normalize('NFC').toLowerCase());
	return [...groups.values()].filter((members) => members.length > 1);
}

/** `Map.groupBy`, which Node 20 does not have. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const members = groups.get(key(item));
		if (members) members.push(item);
		else groups.set(key(item), [item]);
	}
	return groups;
}
