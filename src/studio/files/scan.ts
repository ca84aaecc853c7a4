import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isPicture, listFolders } from '../../lib/server/content/tree.ts';

/** Every file of an exhibition, and what tells that it is another by now. */
export type Stamps = ReadonlyMap<string, string>;

export async function scan(root: string): Promise<Stamps> {
	const folders = await listFolders(root);
	const files = folders.flatMap(({ path, files: names }) =>
		[...names].map((name) => (path === '' ? name : `${path}/${name}`)),
	);
	return new Map(files.map((file) => [file, stampOf(root, file)]));
}

/** Ten times as fast as a promise for each. */
export function stampOf(root: string, file: string): string {
	const found = statSync(join(root, file), { throwIfNoEntry: false });
	return found ? `${found.size}:${found.mtimeMs}:${found.ctimeMs}:${found.ino}` : '';
}

export function isText(file: string): boolean {
	return /\.(ya?ml|md|json|txt)$/.test(file) && !isPicture(file);
}

/** Files that are not in both as the same. */
export function changedBetween(before: Stamps, after: Stamps): string[] {
	const all = new Set([...before.keys(), ...after.keys()]);
	return [...all].filter((file) => before.get(file) !== after.get(file));
}

/** How programs that keep folders alike on several computers name what they could not decide. */
const conflicted =
	/conflicted copy|\.sync-conflict-|\(.*'s conflict.*\)|\(case conflict\)|_conflict-\d|\[conflict/i;

export function isConflictedCopy(file: string): boolean {
	return conflicted.test(file.split('/').at(-1)!);
}
