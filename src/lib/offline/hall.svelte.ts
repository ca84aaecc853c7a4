import { fill } from './fill.ts';
import { hall, type Plan } from './plan.ts';
import { isSwitchedOff, planHall, readIndex } from './read.ts';
import { hasRoom, isAble, order, register, screenPixels, siteStore, tell } from './registration.ts';

/** The screen that all this is for. */
export interface Screen {
	/** Nobody is there whose page would be taken away. */
	isFree(): boolean;
	/** These are not shown any more. */
	hide(photos: readonly string[]): void;
}

/** A newer version is looked for no more often, in ms. */
const contactMs = 15 * 60_000;
const minute = 60_000;
const refusedName = 'refused';

/** The whole exhibition on a tablet, without kioskd: kept once, then renewed while nobody looks. */
export class KeptHall {
	/** What the screen at the start says; undefined where it is not there. */
	state = $state<'asked' | 'keeping' | 'full' | 'cut-off'>();
	plan = $state.raw<Plan>();
	/** Bytes that are here. */
	done = $state(0);
	readonly #store = siteStore();
	#isKept = false;
	/** Complete, and not shown yet. */
	#next: string | undefined;
	#isBusy = false;
	#contacted = -Infinity;

	readonly #ending = new AbortController();

	constructor(private readonly screen: Screen) {
		const { signal } = this.#ending;
		const timer = setInterval(() => void this.rest(), minute);
		signal.addEventListener('abort', () => clearInterval(timer));
		const online = () => (this.state === 'cut-off' ? void this.keep() : undefined);
		addEventListener('online', online, { signal });
	}

	close(): void {
		this.#ending.abort();
	}

	/** Asks, where nobody was asked yet; goes on, where it was kept in part. */
	async open(): Promise<void> {
		if (!isAble()) return;
		this.#isKept = (await this.#store.pointer(hall)) !== undefined;
		if (this.#isKept) {
			await order(this.#store, { order: 'sweep' });
			return this.rest();
		}
		if (await this.#store.pointer(refusedName)) return;
		// Without a network there is nothing to keep it from.
		this.plan = await this.#offer().catch(() => undefined);
		if (!this.plan) return;
		const isBegun = (await this.#store.plans()).some(({ name }) => name === hall);
		if (isBegun) return this.keep();
		this.state = (await hasRoom(this.plan.bytes)) ? 'asked' : 'full';
	}

	async keep(): Promise<void> {
		const { plan } = this;
		if (!plan) return;
		this.state = 'keeping';
		try {
			await navigator.storage.persist();
			await fill(this.#store, plan, (bytes) => (this.done = bytes));
			await register(this.#store);
			const { isRefused } = await order(this.#store, { ...activation, version: plan.version });
			this.#isKept = !isRefused;
			this.state = isRefused ? 'cut-off' : undefined;
		} catch {
			this.state = 'cut-off';
		}
	}

	/** It is not asked again. */
	async refuse(): Promise<void> {
		this.state = undefined;
		await this.#store.point({ name: refusedName, version: '', gone: [] });
	}

	/** The screen goes away, the loading goes on. */
	hide(): void {
		this.state = undefined;
	}

	/** Nobody is there: time to look for a newer version, and to show one that is complete. */
	async rest(): Promise<void> {
		if (!this.#isKept || this.#isBusy || !this.screen.isFree()) return;
		this.#isBusy = true;
		try {
			if (performance.now() - this.#contacted >= contactMs) await this.#contact();
			await this.#swap();
		} catch {
			// The network has ended; what is shown is whole, and the next contact goes on from here.
		} finally {
			this.#isBusy = false;
		}
	}

	async #offer(): Promise<Plan | undefined> {
		if (await isSwitchedOff(this.#store)) return undefined;
		return planHall(this.#store, screenPixels());
	}

	async #contact(): Promise<void> {
		this.#contacted = performance.now();
		const registration = await navigator.serviceWorker.getRegistration(this.#store.scope);
		await registration?.update().catch(() => undefined);
		const { isOff, isRefused, gone } = await order(this.#store, { order: 'contact' });
		this.#isKept = !isOff;
		this.screen.hide(gone);
		if (isOff || isRefused) return;
		const { version } = await readIndex(this.#store);
		if (version === (await this.#store.pointer(hall))?.version) return;
		const plan = await planHall(this.#store, screenPixels());
		await fill(this.#store, plan);
		this.#next = plan.version;
	}

	/** A page is never taken away from a visitor, nor mixed of two versions. */
	async #swap(): Promise<void> {
		const registration = await navigator.serviceWorker.getRegistration(this.#store.scope);
		if (!this.screen.isFree()) return;
		if (registration?.waiting) await tell(registration.waiting, { order: 'take-over' });
		if (this.#next === undefined || !this.screen.isFree()) return;
		const version = this.#next;
		this.#next = undefined;
		const { isRefused } = await order(this.#store, { ...activation, version });
		if (!isRefused) location.reload();
	}
}

const activation = { order: 'activate', name: hall } as const;
