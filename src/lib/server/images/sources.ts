import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile, hashText } from '../content/hash.ts';
import { writeWhole } from '../content/write.ts';

/** Tells what identifies a source's content. */
export interface Sources {
	/** A hash in hex of the file at `root/file`. */
	hash(root: string, file: string): Promise<string>;
}

/** By path, size and time alone: in development no photo is read before it is looked at. */
export const statSources: Sources = {
	async hash(root, file) {
		const { size, mtimeMs } = await stat(join(root, file));
		return hashText(`${file}\n${size}\n${mtimeMs}`);
	},
};

interface Entry {
	size: number;
	modified: number;
	hash: string;
}

/**
 * Hashes of source files, remembered by path, size and time of change, so that an unchanged photo is
 * not read again.
 */
export class SourceIndex implements Sources {
	#entries: Record<string, Entry>;
	#changed = false;

	private constructor(
		private readonly path: string,
		entries: Record<string, Entry>,
	) {
		this.#entries = entries;
	}

	static async open(cache: string): Promise<SourceIndex> {
		const path = join(cache, 'sources.json');
		const text = await readFile(path, 'utf8').catch(() => '{}');
		return new SourceIndex(path, parse(text));
	}

	/** SHA-256 in hex of the file at `root/file`. */
	async hash(root: string, file: string): Promise<string> {
		const { size, mtimeMs } = await stat(join(root, file));
		const known = this.#entries[file];
		if (known?.size === size && known.modified === mtimeMs) return known.hash;
		const hash = await hashFile(join(root, file));
		// A file that changed just now may change again within the same tick of the clock.
		if (Date.now() - mtimeMs > 2000) {
			this.#entries[file] = { size, modified: mtimeMs, hash };
			this.#changed = true;
		}
		return hash;
	}

	async save(): Promise<void> {
		if (this.#changed) await writeWhole(this.path, JSON.stringify(this.#entries));
		this.#changed = false;
	}
}

function parse(text: string): Record<string, Entry> {
	try {
		return JSON.parse(text) as Record<string, Entry>;
	} catch {
		return {};
	}
}
