import { chmod, copyFile, mkdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exists } from '../../lib/server/content/exists.ts';
import { writeDurably } from '../durable.ts';
import type { Laid } from './places.ts';

export interface Laying {
	path: string;
	did: 'written' | 'same' | 'kept';
}

/**
 * Writes files below a folder that stands for the root of a device. What is there already and the
 * same is not touched, so that it may be done again at any time.
 */
export async function lay(prefix: string, files: readonly Laid[]): Promise<Laying[]> {
	const done: Laying[] = [];
	for (const { path, text, mode, isKept } of files) {
		const target = join(prefix, path);
		const before = await readFile(target, 'utf8').catch(() => undefined);
		if (before !== undefined && (isKept || before === text)) {
			done.push({ path, did: before === text ? 'same' : 'kept' });
			continue;
		}
		await mkdir(dirname(target), { recursive: true });
		await writeDurably(target, text);
		await chmod(target, mode);
		done.push({ path, did: 'written' });
	}
	return done;
}

/** Copies a program; the one that runs keeps the old file until it ends. */
export async function layProgram(from: string, prefix: string, path: string): Promise<void> {
	const target = join(prefix, path);
	await mkdir(dirname(target), { recursive: true });
	await copyFile(from, `${target}.new`);
	await chmod(`${target}.new`, 0o755);
	if (await exists(target)) await chmod(target, 0o755);
	await rename(`${target}.new`, target);
}
