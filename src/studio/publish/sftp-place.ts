import { posix } from 'node:path';
import type { FileEntryWithStats, SFTPWrapper } from 'ssh2';
import { concurrently } from '../../lib/server/content/concurrent.ts';
import { draftEnd } from './manifest.ts';
import type { Place } from './place.ts';
import { foldersOf } from './plan.ts';
import { sftpRefusal } from './sftp-failures.ts';
import { connected, type Acquaintance, type SftpTarget } from './sftp-session.ts';

type Callback<T> = (error: Error | undefined | null, value: T) => void;
const missing = 2;

/** A folder on a server, which must be there. */
export async function sftpPlace(target: SftpTarget, known: Acquaintance): Promise<Place> {
	const { sftp, lost, close } = await connected(target, known);
	const { host, path: root } = target;
	const folders = new Map<string, Promise<void>>();
	const told = async <T>(path: string, work: Promise<T>) =>
		Promise.race([work, lost]).catch((error) => Promise.reject(sftpRefusal(error, host, path)));
	const line = { sftp, root, folders };
	return {
		name: `${host}:${root}`,
		// Small files wait for the line more than they fill it.
		atOnce: 8,
		list: () => told(root, listed(line)),
		read: (path) => told(path, textOf(line, path)),
		room: () => told(root, roomOf(line)),
		put: (path, from) =>
			told(
				path,
				whole(line, path, (draft) =>
					ask<void>((then) => sftp.fastPut(from, draft, { mode: 0o644 }, then)),
				),
			),
		write: (path, text) =>
			told(
				path,
				whole(line, path, (draft) =>
					ask<void>((then) => sftp.writeFile(draft, text, { mode: 0o644 }, then)),
				),
			),
		remove: (path) => told(path, removed(line, path)),
		commit: async () => {},
		close: async () => close(),
	};
}

/** Some calls throw what others hand to their callback. */
function ask<T>(call: (then: Callback<T>) => void): Promise<T> {
	return new Promise((done, fail) => call((error, value) => (error ? fail(error) : done(value))));
}

interface Line {
	sftp: SFTPWrapper;
	root: string;
	/** Those that are there, or being made. */
	folders: Map<string, Promise<void>>;
}

async function listed({ sftp, root }: Line): Promise<Map<string, number>> {
	const files = new Map<string, number>();
	let level = [''];
	while (level.length > 0) {
		const found = await concurrently(16, level, async (folder) => {
			const path = posix.join(root, folder);
			const entries = await ask<FileEntryWithStats[]>((then) => sftp.readdir(path, then));
			return entries.map(({ filename, attrs }) => ({ path: posix.join(folder, filename), attrs }));
		});
		const all = found.flat();
		for (const { path, attrs } of all) if (!attrs.isDirectory()) files.set(path, attrs.size);
		level = all.flatMap(({ path, attrs }) => (attrs.isDirectory() ? path : []));
	}
	return files;
}

async function textOf({ sftp, root }: Line, path: string): Promise<string | undefined> {
	const at = posix.join(root, path);
	const bytes = await ask<Buffer>((then) => sftp.readFile(at, then)).catch(unlessMissing);
	return bytes?.toString();
}

/** Servers other than OpenSSH may not know. */
async function roomOf({ sftp, root }: Line): Promise<number | undefined> {
	type Room = { f_bavail: number; f_frsize: number };
	return ask<Room>((then) => sftp.ext_openssh_statvfs(root, then)).then(
		({ f_bavail: blocks, f_frsize: size }) => blocks * size,
		() => undefined,
	);
}

/** The name appears when all of its bytes are there. */
async function whole(
	line: Line,
	path: string,
	fill: (draft: string) => Promise<void>,
): Promise<void> {
	const { sftp, root } = line;
	const to = posix.join(root, path);
	const draft = `${to}${draftEnd}`;
	for (const folder of foldersOf(path).reverse()) await folderMade(line, folder);
	await fill(draft);
	await ask<void>((then) => sftp.ext_openssh_rename(draft, to, then)).catch(async (error) => {
		if (!/does not support/.test((error as Error).message)) throw error;
		// An old server renames over nothing: for an instant the file is missing.
		await ask<void>((then) => sftp.unlink(to, then)).catch(unlessMissing);
		await ask<void>((then) => sftp.rename(draft, to, then));
	});
}

function folderMade({ sftp, root, folders }: Line, folder: string): Promise<void> {
	const at = posix.join(root, folder);
	const make = () =>
		ask<void>((then) => sftp.mkdir(at, then)).catch((error) =>
			// What is there already is a plain failure; what else was wrong is told here.
			ask<unknown>((then) => sftp.stat(at, then)).then(
				() => undefined,
				() => Promise.reject(error),
			),
		);
	const made = folders.get(folder) ?? make();
	folders.set(folder, made);
	return made;
}

async function removed({ sftp, root }: Line, path: string): Promise<void> {
	await ask<void>((then) => sftp.unlink(posix.join(root, path), then)).catch(unlessMissing);
	for (const folder of foldersOf(path)) {
		const at = posix.join(root, folder);
		// Only one that is empty goes.
		const isGone = await ask<void>((then) => sftp.rmdir(at, then)).then(
			() => true,
			() => false,
		);
		if (!isGone) break;
	}
}

function unlessMissing(error: { code?: number }): undefined {
	if (error.code !== missing) throw error;
	return undefined;
}
