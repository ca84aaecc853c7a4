/** One thing that is done again and again. */
export interface Round {
	name: string;
	/** Seconds between two. */
	every: number;
	run: () => Promise<void> | void;
}

/**
 * Does each round in its turn, once a second, none beside itself: a slow one keeps no other from
 * being done. What fails is told once, and a kiosk goes on.
 */
export class Rounds {
	#count = 0;
	#timer: NodeJS.Timeout | undefined;
	readonly #running = new Map<string, Promise<void>>();
	readonly #told = new Map<string, string>();

	constructor(
		readonly rounds: readonly Round[],
		readonly say: (sentence: string) => void,
	) {}

	start(): void {
		this.#timer = setInterval(() => void this.tick(), 1000);
	}

	/** Resolves when what is due has been done. */
	async tick(): Promise<void> {
		const count = this.#count++;
		const due = this.rounds.filter(({ every, name }) => {
			return count % every === 0 && !this.#running.has(name);
		});
		for (const round of due) this.#running.set(round.name, this.#try(round));
		await Promise.all(due.map(({ name }) => this.#running.get(name)));
	}

	async stop(): Promise<void> {
		clearInterval(this.#timer);
		await Promise.all(this.#running.values());
	}

	async #try({ name, run }: Round): Promise<void> {
		try {
			// The others begin first: one that fails at once is still known to be on.
			await Promise.resolve();
			await run();
			this.#told.delete(name);
		} catch (error) {
			const { message } = error as Error;
			if (this.#told.get(name) !== message) this.say(`${name}: ${message}`);
			this.#told.set(name, message);
		} finally {
			this.#running.delete(name);
		}
	}
}
