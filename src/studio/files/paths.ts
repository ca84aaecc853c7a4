import { lstat, realpath } from 'node:fs/promises';
import nodePath, { type PlatformPath } from 'node:path';
import { StudioRefusal } from './studio-refusal.ts';

/** The studio's own things, relative to the content folder. */
export const own = '.exhibition/studio';

/** Windows gives these to devices, whatever their extension. */
const device = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const fit = /^[a-z0-9][a-z0-9._-]{0,80}$/;

/** Is it a good name for a file that the studio makes? */
export function isNewName(name: string): boolean {
	return fit.test(name) && !device.test(name) && !name.endsWith('.');
}

/** Which control characters, separators and signs no file of an exhibition has. */
// eslint-disable-next-line no-control-regex
const odd = /[\u0000-\u001f\u007f\\:*?"<>|]/;

/** May a path be followed that the exhibition's own reading has found? Relative, with `/`. */
export function isInnerPath(path: string): boolean {
	return path.split('/').every((name) => name !== '' && !odd.test(name) && isPlain(name));
}

function isPlain(name: string): boolean {
	return name !== '.' && name !== '..' && !/[. ]$/.test(name) && !device.test(name);
}

/** Does a path lie below a folder? The folder itself does not. */
export function isBelow(folder: string, path: string, { sep }: PlatformPath = nodePath): boolean {
	return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The absolute path of a file of the exhibition: the only way from a name to a path. */
export function pathIn(root: string, file: string, path: PlatformPath = nodePath): string {
	const full = path.join(root, ...file.split('/'));
	if (!isInnerPath(file) || !isBelow(root, full, path)) throw outside(file);
	return full;
}

/**
 * As {@link pathIn}, where the disk agrees: no link stands for the file, and its folder is within.
 *
 * @param root without links of its own
 */
export async function safePathIn(root: string, file: string): Promise<string> {
	const full = pathIn(root, file);
	const there = await lstat(full).catch(() => undefined);
	if (there && (there.isSymbolicLink() || there.nlink === 0)) throw outside(file);
	const folder = await realFolder(nodePath.dirname(full));
	if (folder !== root && !isBelow(root, folder)) throw outside(file);
	return full;
}

/** Where the nearest folder that is there really lies. */
async function realFolder(folder: string): Promise<string> {
	try {
		return await realpath(folder);
	} catch (error) {
		const above = nodePath.dirname(folder);
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || above === folder) throw error;
		return realFolder(above);
	}
}

function outside(file: string): StudioRefusal {
	return new StudioRefusal(
		`${file} leads out of the exhibition's folder, or has a name that not every computer can keep.`,
		'rename it, and put a copy in the place of a link',
		file,
	);
}
