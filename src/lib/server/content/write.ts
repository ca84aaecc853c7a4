import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes a file that appears whole or not at all, also after a power cut. */
export async function writeWhole(path: string, data: Buffer | string, mode = 0o644): Promise<void> {
	const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`;
	await mkdir(dirname(path), { recursive: true });
	try {
		const file = await open(draft, 'wx');
		try {
			await file.writeFile(data);
			await file.sync();
		} finally {
			await file.close();
		}
		await chmod(draft, mode);
		await rename(draft, path);
	} catch (error) {
		await rm(draft, { force: true }).catch(() => undefined);
		throw error;
	}
}

/** Removes what writing was killed amid: drafts that never got their names. */
export async function removeDrafts(folder: string): Promise<void> {
	const names = await readdir(folder).catch(() => []);
	const drafts = names.filter((name) => /\.[0-9a-f]{12}\.tmp$/.test(name));
	for (const name of drafts) await rm(join(folder, name), { force: true });
}

/** Writes a file only if none is there. Returns whether it did. */
export async function writeNew(path: string, data: string): Promise<boolean> {
	try {
		await writeFile(path, data, { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}
