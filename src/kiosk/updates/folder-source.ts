import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from '../../lib/server/content/exists.ts';
import { Refusal } from '../../vite/refusal.ts';
import { largestList } from '../release/format.ts';
import { offered, releaseName, withdrawnName } from '../release/layout.ts';
import type { Source } from './source.ts';

/** A folder with a release, such as one on a stick. */
export function folderSource(folder: string): Source {
	return {
		name: folder,
		list: async (name) => {
			const path = join(folder, name);
			if (!(await exists(path))) return undefined;
			if ((await stat(path)).size > largestList) {
				throw new Refusal(`${path} is too large`, 'make the release again', 1);
			}
			return readFile(path, 'utf8');
		},
		file: async (sha256, from) => {
			const path = join(folder, offered(sha256));
			const handle = await open(path, 'r').catch(() => undefined);
			if (handle) return { from, chunks: createReadStream(path, { fd: handle, start: from }) };
			throw new Refusal(`${folder} lacks a file of its release`, 'make the release again', 1);
		},
	};
}

/** The folder itself and those in it, as far as they offer something. */
export async function offersIn(folder: string): Promise<string[]> {
	const folders = [folder, ...(await foldersIn(folder))];
	const offers = await Promise.all(folders.map(offersSomething));
	return folders.filter((_, index) => offers[index]);
}

export async function foldersIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

async function offersSomething(folder: string): Promise<boolean> {
	const all = await Promise.all(
		[releaseName, withdrawnName].map((name) => exists(join(folder, name))),
	);
	return all.includes(true);
}
