import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Denied } from './denied.ts';

/**
 * The only way from a name below a folder to a path: it must lie there also where links are followed.
 *
 * @param root with every link followed
 * @throws {Denied} 404
 */
export async function inside(root: string, file: string): Promise<string> {
	const path = await realpath(join(root, file)).catch(() => undefined);
	// With the separator: `photos-old` is not in `photos`.
	if (path?.startsWith(root.endsWith(sep) ? root : root + sep)) return path;
	throw new Denied(404, 'the file is not in the exhibition’s folder', 'put it there, not a link');
}

const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** May a folder have this name, on any system? For names that the app makes up. */
export function isPlainName(name: string): boolean {
	return /^[a-z0-9][a-z0-9._-]{0,80}$/.test(name) && !devices.test(name) && !name.endsWith('.');
}

export function isDevice(name: string): boolean {
	return devices.test(name);
}
