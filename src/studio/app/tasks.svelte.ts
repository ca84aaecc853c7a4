import type { Notice } from '../contract/server.ts';
import { without } from './read.ts';

export type Told = Exclude<Notice, { kind: 'changed' }>;

/** Long work of the server, by its name: what was heard of it last. */
class Tasks {
	#last = $state.raw<Readonly<Record<string, Told>>>({});

	tell(notice: Told): void {
		this.#last = { ...this.#last, [notice.task]: notice };
	}

	of(task: string): Told | undefined {
		return this.#last[task];
	}

	forget(task: string): void {
		this.#last = without(this.#last, task);
	}
}

export const tasks = new Tasks();
