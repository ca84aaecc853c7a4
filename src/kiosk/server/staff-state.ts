import * as v from 'valibot';
import { Keeper, readKept } from './kept.ts';

const schema = v.object({
	volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
	language: v.optional(v.string()),
	hidden: v.array(v.string()),
});
type Kept = v.InferOutput<typeof schema>;

/** Enough to be heard beside the picture, and not in the next room. */
const standardVolume = 0.5;

/** What staff set on this device; it outlives restarts and updates. */
export class StaffState {
	#kept: Kept;
	readonly #keeper: Keeper;

	private constructor(file: string, kept: Kept | undefined) {
		this.#keeper = new Keeper(file);
		this.#kept = kept ?? { volume: standardVolume, hidden: [] };
	}

	static async open(file: string): Promise<StaffState> {
		return new StaffState(file, await readKept(file, schema));
	}

	get kept(): Readonly<Kept> {
		return this.#kept;
	}

	/** Holds at once, and resolves when it also outlives a power cut. */
	async set(change: Partial<Kept>): Promise<void> {
		this.#kept = { ...this.#kept, ...change };
		await this.#keeper.keep(this.#kept);
	}

	hide(photo: string): Promise<void> {
		return this.set({ hidden: [...new Set([...this.#kept.hidden, photo])] });
	}

	unhide(photo: string): Promise<void> {
		return this.set({ hidden: this.#kept.hidden.filter((id) => id !== photo) });
	}
}
