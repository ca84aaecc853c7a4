import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { writeWhole } from './write.ts';

interface Entry<T> {
	stamp: string;
	found: T;
}

/** A file that changed just now may change again within the same tick of the clock. */
const restMs = 2000;

/**
 * What was found out about files, remembered as long as their sizes and times of change are the
 * same, so that ten thousand unchanged photos need not be opened again. Without a path nothing is
 * remembered.
 */
export class StatIndex<T> {
	#entries: Map<string, Entry<T>>;
	#asked = new Map<string, Entry<T>>();
	#changed = false;

	private constructor(
		private readonly path: string | undefined,
		entries: Record<string, Entry<T>>,
	) {
		this.#entries = new Map(Object.entries(entries));
	}

	/** @param path of the JSON file that keeps it; one that cannot be read counts as empty */
	static async open<T>(path: string | undefined): Promise<StatIndex<T>> {
		const text = path === undefined ? '{}' : await readFile(path, 'utf8').catch(() => '{}');
		return new StatIndex<T>(path, parse<T>(text));
	}

	/** What `find` says of a file; `files` are that file and others that it depends on, below `root`. */
	async get(root: string, files: readonly string[], find: () => Promise<T>): Promise<T> {
		// Ten times as fast as a promise for each, and nothing else is to be done meanwhile.
		const stats = files.map((file) => statSync(join(root, file)));
		// With the time of the last change of the file itself: programs set the other one back.
		const stamp = stats.map((one) => `${one.size}:${one.mtimeMs}:${one.ctimeMs}`).join();
		const key = join(root, files[0] ?? '');
		const known = this.#entries.get(key);
		if (known?.stamp === stamp) {
			this.#asked.set(key, known);
			return known.found;
		}
		// Before it is read: what changes while it is read is not what was found.
		const now = Date.now();
		const found = await find();
		if (stats.every(({ mtimeMs }) => now - mtimeMs > restMs)) {
			this.#asked.set(key, { stamp, found });
			this.#changed = true;
		}
		return found;
	}

	/**
	 * Keeps what was asked for since it was opened, and what lies outside of `root`: another build may
	 * have written that meanwhile.
	 */
	async save(root: string): Promise<void> {
		const isOutside = ([key]: [string, unknown]) => !key.startsWith(root + sep);
		const inside = this.#entries.size - [...this.#entries].filter(isOutside).length;
		if (this.path === undefined) return;
		if (!this.#changed && this.#asked.size === inside) return;
		const { path } = this;
		const others = [...(await StatIndex.open<T>(path)).#entries].filter(isOutside);
		await writeWhole(path, JSON.stringify(Object.fromEntries([...others, ...this.#asked])));
		this.#changed = false;
	}
}

function parse<T>(text: string): Record<string, Entry<T>> {
	try {
		return (JSON.parse(text) ?? {}) as Record<string, Entry<T>>;
	} catch {
		return {};
	}
}
