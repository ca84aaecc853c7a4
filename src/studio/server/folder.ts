import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { exists } from '../../lib/server/content/exists.ts';
import { Denied } from './denied.ts';

/**
 * The folder that a curator typed; `~` is their own.
 *
 * @throws {Denied} 422 where it is not a whole path
 */
export function folderNamed(typed: string): string {
	const path = typed.trim().replace(/^~(?=$|[/\\])/, () => homedir());
	if (isAbsolute(path)) return resolve(path);
	throw new Denied(422, 'this is not the whole path of a folder', `write for example ${example}`);
}

const example = join(homedir(), 'exhibition');

/** Whatever else lies in a folder is nobody's exhibition, and is not looked through. */
export async function exhibitionIn(typed: string): Promise<string> {
	const folder = folderNamed(typed);
	const found = await stat(folder).catch(() => undefined);
	if (!found?.isDirectory())
		throw new Denied(404, 'there is no such folder', 'check its name, or begin a new exhibition');
	if (await exists(join(folder, 'exhibition.yaml'))) return folder;
	throw new Denied(422, 'there is no exhibition in this folder', 'begin a new one there');
}
