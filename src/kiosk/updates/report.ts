import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, writeDurably, type Disk } from '../durable.ts';

/** What a device tells by a stick. */
export interface Report {
	/** Its own on the stick, which may go from device to device. */
	folder: string;
	/** Texts by the names of their files. */
	files: Record<string, string>;
}

/**
 * Writes a report onto a stick: each file is there whole, and on the stick itself, when this resolves.
 *
 * @throws the system's error where it cannot be written or is full; an earlier report then stays
 */
export async function writeReport(
	stick: string,
	{ folder, files }: Report,
	disk: Disk = { open, rename, rm },
): Promise<void> {
	const own = join(stick, folder);
	await mkdir(own, { recursive: true });
	await syncFolder(stick);
	for (const [name, text] of Object.entries(files)) {
		await writeDurably(join(own, name), text, disk);
	}
}
