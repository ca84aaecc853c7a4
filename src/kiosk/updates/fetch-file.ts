import { open, rm, stat } from 'node:fs/promises';
import { hashFile } from '../../lib/server/content/hash.ts';
import { Refusal } from '../../vite/refusal.ts';
import type { ReleaseFile } from '../release/format.ts';
import type { Source } from './source.ts';

/**
 * Fetches a file and goes on where an earlier attempt ended. Resolves when it is whole, as it was
 * signed, and on the disk.
 *
 * @throws {Refusal} where the source has other bytes than were signed, or cannot be reached
 */
export async function fetchFile(
	source: Source,
	file: ReleaseFile,
	path: string,
	opening: typeof open = open,
): Promise<void> {
	const before = await sizeOf(path);
	if (before < file.bytes || before === 0) await fetchRest(source, file, path, before, opening);
	if ((await hashFile(path)) === file.sha256) return;
	await rm(path);
	// Perhaps it was the beginning, from another day.
	if (before > 0) return fetchFile(source, file, path, opening);
	const message = `${source.name} has other bytes than were signed (wrong hash of ${file.path})`;
	throw new Refusal(message, 'make the release again', 1);
}

async function fetchRest(
	source: Source,
	{ sha256, bytes }: ReleaseFile,
	path: string,
	have: number,
	opening: typeof open,
): Promise<void> {
	const { from, chunks } = await source.file(sha256, have);
	const handle = await opening(path, from === 0 ? 'w' : 'a');
	try {
		let written = from;
		for await (const chunk of chunks) {
			// A source without an end must not fill the disk.
			if ((written += chunk.length) > bytes) break;
			await handle.writeFile(chunk);
		}
		await handle.sync();
	} finally {
		await handle.close();
	}
}

async function sizeOf(path: string): Promise<number> {
	return (await stat(path).catch(() => undefined))?.size ?? 0;
}
