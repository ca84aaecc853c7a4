import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a folder that has one of these in its bytes. */
export async function holding(
	folder: string,
	what: readonly (string | Buffer)[],
): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
	const read = await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const));
	return read.filter(([, bytes]) => what.some((one) => bytes.includes(one))).map(([path]) => path);
}
