import {
	copyFile,
	mkdir,
	open,
	readFile,
	rename,
	rm,
	rmdir,
	stat,
	statfs,
	writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesIn } from '../../vite/made.ts';
import { Refusal } from '../../vite/refusal.ts';
import { concurrently } from '../../lib/server/content/concurrent.ts';
import { draftEnd } from './manifest.ts';
import type { Place } from './place.ts';
import { foldersOf } from './plan.ts';

/**
 * A folder, or a stick: the folder itself must be there, so that a site for a stick that was pulled
 * out does not land on this computer.
 *
 * @throws {Refusal} where there is no such folder
 */
export async function folderPlace(folder: string): Promise<Place> {
	const found = await stat(folder).catch(() => undefined);
	if (!found?.isDirectory()) {
		const what = found ? `${folder} is no folder` : `there is no folder ${folder}`;
		throw new Refusal(what, 'put the stick in, or make the folder first', 1);
	}
	const at = (path: string) => join(folder, path);
	return {
		name: folder,
		atOnce: 2,
		list: () => listed(folder),
		read: (path) => readFile(at(path), 'utf8').catch(unlessMissing),
		room: async () => statfs(folder).then(({ bavail, bsize }) => bavail * bsize),
		put: (path, from) => whole(at(path), (draft) => copyFile(from, draft)),
		write: (path, text) => whole(at(path), (draft) => writeFile(draft, text)),
		remove: async (path) => {
			await rm(at(path), { force: true });
			for (const one of foldersOf(path)) if (!(await isRemoved(at(one)))) break;
		},
		commit: async () => {},
		close: async () => {},
	};
}

async function listed(folder: string): Promise<Map<string, number>> {
	const paths = await filesIn(folder);
	const sizes = await concurrently(16, paths, async (path) => {
		// What vanishes meanwhile is not there; a link that leads nowhere is, and is not ours.
		const found = await stat(join(folder, path)).catch(() => undefined);
		return [path, found?.size ?? -1] as const;
	});
	return new Map(sizes);
}

/** The name appears when the bytes are on the disk: sticks are pulled out. */
async function whole(to: string, fill: (draft: string) => Promise<void>): Promise<void> {
	const draft = `${to}${draftEnd}`;
	await mkdir(dirname(to), { recursive: true });
	try {
		await fill(draft);
		const file = await open(draft, 'r+');
		await file.sync().finally(() => file.close());
		await rename(draft, to);
	} catch (error) {
		await rm(draft, { force: true }).catch(() => undefined);
		throw error;
	}
}

/** Only a folder that is empty goes. */
function isRemoved(folder: string): Promise<boolean> {
	return rmdir(folder).then(
		() => true,
		() => false,
	);
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
	if (error.code !== 'ENOENT') throw error;
	return undefined;
}
