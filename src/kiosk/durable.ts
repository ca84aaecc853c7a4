import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file that is whole at any moment, the old one or the new one, and that a power cut does
 * not take back once this has resolved.
 */
export async function writeDurably(path: string, text: string): Promise<void> {
	const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`;
	await mkdir(dirname(path), { recursive: true });
	try {
		const file = await open(draft, 'wx');
		try {
			await file.writeFile(text);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(draft, path);
	} catch (error) {
		await rm(draft, { force: true }).catch(() => undefined);
		throw error;
	}
	await syncFolder(dirname(path));
}

/** The new name is on the disk only with its folder; Windows cannot open one, and does so by itself. */
async function syncFolder(path: string): Promise<void> {
	if (process.platform === 'win32') return;
	const folder = await open(path);
	await folder.sync().finally(() => folder.close());
}
