import { createHash, randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StudioRefusal } from './studio-refusal.ts';

/** What writing needs of the file system; a test gives one whose disk is full. */
export interface Disk {
	open: typeof open;
	rename: typeof rename;
	rm: typeof rm;
}

export const realDisk: Disk = { open, rename, rm };

export function shaOf(data: Buffer | string): string {
	return createHash('sha256').update(data).digest('hex');
}

/** So long another program may hold a file, as virus scanners and editors on Windows do. */
const patience = 3000;
const held = ['EPERM', 'EACCES', 'EBUSY'];

/** Tries again while another program holds the file. */
export async function patiently<T>(act: () => Promise<T>, wait = patience): Promise<T> {
	const end = Date.now() + wait;
	for (let pause = 20; ; pause *= 2) {
		try {
			return await act();
		} catch (error) {
			const { code = '' } = error as NodeJS.ErrnoException;
			if (!held.includes(code) || Date.now() + pause > end) throw error;
			await sleep(pause);
		}
	}
}

/** What may be changed of how a file is written. */
export interface Writing {
	mode?: number;
	disk?: Disk;
	/** Asked when all is ready, right before the new file takes the old one's name. */
	isStill?: () => Promise<boolean>;
	patience?: number;
}

/**
 * Writes a file that is there whole, the old one or the new, whenever the power goes.
 *
 * @returns false where `isStill` said no: then nothing was written
 * @throws the system's error, such as ENOSPC; the old file then stays
 */
export async function writeFileWhole(
	path: string,
	data: Buffer | string,
	{ mode = 0o644, disk = realDisk, isStill, patience: wait }: Writing = {},
): Promise<boolean> {
	const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`;
	try {
		const file = await patiently(() => disk.open(draft, 'wx', mode), wait);
		try {
			await file.writeFile(data);
			await file.chmod(mode);
			await file.sync();
		} finally {
			await file.close();
		}
		const isRight = (await isStill?.()) ?? true;
		if (isRight) await patiently(() => disk.rename(draft, path), wait);
		else await disk.rm(draft, { force: true });
		if (isRight) await syncFolder(dirname(path), disk);
		return isRight;
	} catch (error) {
		// A full disk is not to be filled with what could not be written.
		await disk.rm(draft, { force: true }).catch(() => undefined);
		throw error;
	}
}

/** Names reach the disk with their folder. Windows has no such thing, and some network drives. */
export async function syncFolder(folder: string, { open }: Disk = realDisk): Promise<void> {
	const handle = await open(folder, 'r').catch(() => undefined);
	await handle?.sync().catch(() => undefined);
	await handle?.close();
}

const sentences: Readonly<Record<string, readonly [string, string]>> = {
	ENOSPC: ['the disk is full', 'make room on it, and do this again'],
	EDQUOT: ['the disk is full', 'make room on it, and do this again'],
	EROFS: ['the disk may only be read', 'put the exhibition where you may write'],
	EBUSY: ['another program holds it', 'close the program that has it open, and do this again'],
	EPERM: [
		'another program holds it, or you may not write there',
		'close what has it open, check who may write in the folder, and do this again',
	],
	ENOENT: ['it is not there any more', 'look whether the folder was moved or renamed'],
};

/** The system's error in a curator's words; what is no such error stays as it is. */
export function inWords(error: unknown, file: string): unknown {
	const { code } = error as NodeJS.ErrnoException;
	if (error instanceof StudioRefusal || code === undefined) return error;
	const known = sentences[code === 'EACCES' ? 'EPERM' : code];
	const [why, remedy] = known ?? [`the system says ${code}`, 'do this again'];
	return new StudioRefusal(`${basename(file)} was not written: ${why}.`, remedy, file);
}
