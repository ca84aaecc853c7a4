import { rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../durable.ts';
import { placesIn } from './layout.ts';

/**
 * Has the link that counts after the next start say which release is shown; undefined for none. It is
 * replaced in one step: whenever the power goes, it is the old one or the new.
 */
export async function linkTo(root: string, id: string | undefined): Promise<void> {
	const { current } = placesIn(root);
	const draft = `${current}.draft`;
	await rm(draft, { force: true });
	if (id === undefined) {
		await rm(current, { recursive: true, force: true });
	} else {
		await symlink(join('releases', id), draft);
		await rename(draft, current);
	}
	await syncFolder(root);
}
