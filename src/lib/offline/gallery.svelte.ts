import { fill } from './fill.ts';
import type { Plan } from './plan.ts';
import { isSwitchedOff, planGallery } from './read.ts';
import { hasRoom, order, register, screenPixels, siteStore } from './registration.ts';

/** One gallery of the web site, in one language, kept where a visitor asks for it. */
export class KeptGallery {
	/** undefined until it is known, and where there is nothing to keep. */
	state = $state<'offered' | 'keeping' | 'kept' | 'full' | 'cut-off'>();
	plan = $state.raw<Plan>();
	/** Bytes that are here. */
	done = $state(0);
	readonly #store = siteStore();

	/** @param name language and id, such as `en/road` */
	constructor(private readonly name: string) {}

	/** Goes on with what was begun. */
	async look(): Promise<void> {
		if (await this.#store.pointer(this.name)) {
			this.state = 'kept';
			return;
		}
		try {
			this.plan = await planGallery(this.#store, this.name, screenPixels());
			const isBegun = (await this.#store.plans()).some(({ name }) => name === this.name);
			if (isBegun) await this.keep();
			else this.state = 'offered';
		} catch {
			// Without a network there is nothing to keep.
		}
	}

	async keep(): Promise<void> {
		const { plan } = this;
		if (!plan) return;
		if (!(await hasRoom(plan.bytes))) {
			this.state = 'full';
			return;
		}
		this.state = 'keeping';
		try {
			if (await isSwitchedOff(this.#store)) throw new Error('it is switched off');
			await fill(this.#store, plan, (bytes) => (this.done = bytes));
			await register(this.#store);
			const activation = { order: 'activate', name: this.name, version: plan.version } as const;
			const { isRefused } = await order(this.#store, activation);
			this.state = isRefused ? 'cut-off' : 'kept';
		} catch {
			this.state = 'cut-off';
		}
	}

	async remove(): Promise<void> {
		await order(this.#store, { order: 'remove', name: this.name });
		this.state = undefined;
		await this.look();
	}
}
