import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

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
