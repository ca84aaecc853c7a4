import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What writing needs of the file system; a test gives one whose disk is full. */
export interface Disk {
	open: typeof open;
	rename: typeof rename;
	rm: typeof rm;
}

const real: Disk = { open, rename, rm };
const latest = new Map<string, Promise<void>>();

/**
 * Writes a small file that is there whole, the old one or the new, whenever the power goes. Writes of
 * one path follow each other in the order of their calls. Its folder must be there.
 *
 * @throws the system's error, such as ENOSPC; the old file then stays
 */
export function writeDurably(path: string, text: string, disk = real): Promise<void> {
	const before = latest.get(path) ?? Promise.resolve();
	const mine = before.catch(() => undefined).then(() => write(path, text, disk));
	latest.set(path, mine);
	const forget = () => {
		if (latest.get(path) === mine) latest.delete(path);
	};
	mine.then(forget, forget);
	return mine;
}

async function write(path: string, text: string, { open, rename, rm }: Disk): Promise<void> {
	// Always the same name, so that what a power cut leaves is written over by the next.
	const draft = `${path}.draft`;
	try {
		const file = await open(draft, 'w', 0o644);
		try {
			await file.writeFile(text);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(draft, path);
	} catch (error) {
		// A full disk is not to be filled with what could not be written.
		await rm(draft, { force: true }).catch(() => undefined);
		throw error;
	}
	await syncFolder(dirname(path));
}

/** Until then a file's name may be lost with the power, though its bytes are safe. */
export async function syncFolder(folder: string): Promise<void> {
	// Windows, where releases may be made, opens no folders.
	if (process.platform === 'win32') return;
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
