import * as v from 'valibot';
import { minute, type Clock } from './clock.ts';
import { Keeper, readKept } from './kept.ts';
import { rebootWindow } from './ladder.ts';

const schema = v.object({ agesMs: v.array(v.number()) });

/**
 * When the ladder restarted the device. Ages are counted by the time that kioskd runs, since the
 * clock of a device without a battery begins anew with it.
 */
export class Reboots {
	#times: number[];
	#saved: number;
	readonly #keeper: Keeper;

	private constructor(
		file: string,
		readonly clock: Clock,
		ages: readonly number[],
	) {
		this.#keeper = new Keeper(file);
		this.#saved = clock.uptime();
		this.#times = ages.map((age) => this.#saved - age);
	}

	static async open(file: string, clock: Clock): Promise<Reboots> {
		return new Reboots(file, clock, (await readKept(file, schema))?.agesMs ?? []);
	}

	/** By the clock's uptime; negative before this process. */
	get times(): readonly number[] {
		return this.#times;
	}

	async add(): Promise<void> {
		this.#times.push(this.clock.uptime());
		await this.#keep();
	}

	/** Nothing is written unless there were some. */
	async tick(): Promise<void> {
		if (this.#times.length > 0 && this.clock.uptime() - this.#saved >= minute) await this.#keep();
	}

	async #keep(): Promise<void> {
		this.#saved = this.clock.uptime();
		this.#times = this.#times.filter((time) => this.#saved - time < rebootWindow);
		await this.#keeper.keep({ agesMs: this.#times.map((time) => this.#saved - time) });
	}
}
