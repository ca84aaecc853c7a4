import { answer } from './answer.ts';
import { fill } from './fill.ts';
import type { Order, Told } from './orders.ts';
import { downloading, isServers, pathOf } from './paths.ts';
import { hall, isReadable, type Plan, type Pointer } from './plan.ts';
import { Gone, isSwitchedOff, planGallery, readPhotos } from './read.ts';
import { Store } from './store.ts';
import { sweep, takeOut } from './sweep.ts';

/** What the browser gives a worker, as far as this one uses it. */
export interface Seat {
	unregister(): Promise<unknown>;
	/** Does not wait until the pages of the worker before are closed. */
	takeOver(): Promise<unknown>;
}

/** Where pages ask while nothing is kept, or for what only the server knows, it stays out of the way. */
export class Worker {
	readonly #store: Store;
	#plans: Promise<Plan[]> | undefined;

	constructor(
		scope: string,
		private readonly seat: Seat,
	) {
		this.#store = new Store(scope);
	}

	/** @returns undefined for what is not its matter */
	respond(request: Request): Promise<Response> | undefined {
		if (request.method !== 'GET' || request.headers.has(downloading)) return undefined;
		const path = pathOf(request.url, this.#store.scope);
		if (path === undefined || isServers(path)) return undefined;
		return this.#shown().then((plans) =>
			plans.length > 0 ? answer(this.#store, plans, request, path) : fetch(request),
		);
	}

	async obey(order: Order): Promise<Told> {
		try {
			return await this.#do(order);
		} catch {
			return { isOff: false, gone: [], isRefused: true };
		} finally {
			this.#plans = undefined;
		}
	}

	async #do(order: Order): Promise<Told> {
		if (order.order === 'activate') await this.#activate(order.name, order.version);
		if (order.order === 'sweep') await sweep(this.#store);
		if (order.order === 'remove') await this.#remove(order.name);
		if (order.order === 'take-over') await this.seat.takeOver();
		if (order.order === 'contact') return this.#contact();
		return { isOff: false, gone: [] };
	}

	/** @throws {Error} where it is not whole: the one before stays */
	async #activate(name: string, version: string): Promise<void> {
		if (!(await this.#store.isComplete(version))) throw new Error(`${version} is not complete`);
		const before = (await this.#store.pointer(name))?.version;
		if (before === version) return;
		await this.#store.point({ name, version, before, gone: [] });
	}

	async #remove(name: string): Promise<void> {
		await this.#store.unpoint(name);
		for (const plan of await this.#store.plans())
			if (plan.name === name) await this.#store.remove(plan.version);
		await sweep(this.#store);
		if ((await this.#store.plans()).length === 0) await this.#leave();
	}

	async #leave(): Promise<void> {
		await this.#store.removeAll();
		await this.seat.unregister();
	}

	async #contact(): Promise<Told> {
		const isOff = await isSwitchedOff(this.#store).catch(() => undefined);
		if (isOff) {
			await this.#leave();
			return { isOff: true, gone: [] };
		}
		// Also without a network: days end there too.
		const pointers = await this.#store.pointers();
		const gone = await Promise.all(pointers.map((pointer) => this.#renew(pointer)));
		const told = { isOff: false, gone: gone.flat() };
		return isOff === undefined ? { ...told, isRefused: true } : told;
	}

	/** A kiosk's page itself sees to newer versions; a gallery of the web site is renewed wherever the visitor is. */
	async #renew(pointer: Pointer): Promise<string[]> {
		if (pointer.name === hall) {
			const withdrawn = await readPhotos(this.#store).then(
				(index) => index.withdrawn,
				() => [],
			);
			return takeOut(this.#store, pointer, withdrawn);
		}
		await this.#renewGallery(pointer).catch((error: unknown) =>
			error instanceof Gone ? this.#remove(pointer.name) : undefined,
		);
		return [];
	}

	async #renewGallery({ name, version }: Pointer): Promise<void> {
		const { pixels } = (await this.#store.plan(version)) ?? { pixels: 0 };
		const plan = await planGallery(this.#store, name, pixels);
		if (plan.version === version) return;
		await fill(this.#store, plan);
		await this.#activate(name, plan.version);
		await sweep(this.#store);
	}

	/** Remembered: it is asked for with every file. */
	#shown(): Promise<Plan[]> {
		this.#plans ??= this.#read().catch(() => []);
		return this.#plans;
	}

	async #read(): Promise<Plan[]> {
		const pointers = await this.#store.pointers();
		const plans = await Promise.all(pointers.map(({ version }) => this.#store.plan(version)));
		return plans.filter(isReadable);
	}
}
