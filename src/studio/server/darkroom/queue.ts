import { Denied } from '../denied.ts';

interface Waiting {
	name: string;
	begin: () => Promise<void>;
	giveUp: (why: Denied) => void;
}

/**
 * Work for a few who do it. What is asked for last is done first, for that is what somebody looks at now;
 * what is asked for twice is done once; and where too much waits, what has waited longest is given up.
 */
export class Queue<W> {
	readonly #waiting: Waiting[] = [];
	readonly #asked = new Map<string, Promise<unknown>>();
	readonly #free: W[];

	constructor(
		workers: readonly W[],
		readonly most = 2000,
	) {
		this.#free = [...workers];
	}

	/** @throws {Denied} 503 where it was given up */
	ask<T>(name: string, work: (worker: W) => Promise<T>): Promise<T> {
		const known = this.#asked.get(name) as Promise<T> | undefined;
		if (known) {
			this.#toFront(name);
			return known;
		}
		const asked = new Promise<T>((done, fail) => {
			const begin = async () => {
				const worker = this.#free.pop()!;
				await work(worker).then(done, fail);
				this.#free.push(worker);
			};
			this.#waiting.push({ name, begin, giveUp: fail });
		}).finally(() => this.#asked.delete(name));
		this.#asked.set(name, asked);
		if (this.#waiting.length > this.most) this.#waiting.shift()?.giveUp(tooMany);
		this.#next();
		return asked;
	}

	#toFront(name: string): void {
		const at = this.#waiting.findIndex((one) => one.name === name);
		if (at >= 0) this.#waiting.push(...this.#waiting.splice(at, 1));
	}

	#next(): void {
		if (this.#free.length === 0) return;
		void this.#waiting
			.pop()
			?.begin()
			.then(() => this.#next());
	}
}

const tooMany = new Denied(503, 'too many pictures are asked for at once', 'wait a moment');
