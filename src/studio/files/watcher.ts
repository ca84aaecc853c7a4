import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Network drives and some sync folders send no events. */
const everyMs = 2000;
const restMs = 100;

/** Says when it may be worth looking at a folder again. Events are hints only: who looks compares. */
export class Watcher {
	#watchers = new Map<string, FSWatcher>();
	#clock: NodeJS.Timeout;
	#rest: NodeJS.Timeout | undefined;

	constructor(
		private readonly root: string,
		private readonly look: () => void,
	) {
		this.#clock = setInterval(() => look(), everyMs);
		this.#clock.unref();
	}

	/** These folders from now on, relative to the root. */
	follow(folders: Iterable<string>): void {
		const wanted = new Set(folders);
		for (const [folder, watcher] of this.#watchers) {
			if (wanted.has(folder)) continue;
			watcher.close();
			this.#watchers.delete(folder);
		}
		for (const folder of wanted) if (!this.#watchers.has(folder)) this.#add(folder);
	}

	close(): void {
		clearInterval(this.#clock);
		clearTimeout(this.#rest);
		this.follow([]);
	}

	/** Where it cannot be watched, the clock does. */
	#add(folder: string): void {
		try {
			const watcher = watch(join(this.root, folder), { persistent: false }, () => this.#soon());
			watcher.on('error', () => {
				watcher.close();
				this.#watchers.delete(folder);
			});
			this.#watchers.set(folder, watcher);
		} catch {
			// As above.
		}
	}

	/** A save is often several events. */
	#soon(): void {
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => this.look(), restMs);
		this.#rest.unref();
	}
}
