import { addressOf, isLasting } from './paths.ts';
import { isReadable, type Plan, type Pointer } from './plan.ts';

/** Beside a file: what it was found to be. */
export const hashHeader = 'nigoh-sha256';

const planName = '.offline/plan';
const completeName = '.offline/complete';

/**
 * What this site keeps in a browser: `pages-VERSION` for what a version alone has, `media` for what is named by its
 * hash, and `kept` for which version of what is shown. Other sites of the same host have other names.
 */
export class Store {
	readonly #prefix: string;

	/** @param scope address of the site, with `/` at its end */
	constructor(readonly scope: string) {
		this.#prefix = new URL(scope).pathname;
	}

	address(path: string): string {
		return addressOf(path, this.scope);
	}

	/** Where a file of a version lies. */
	cacheFor(path: string, version: string): Promise<Cache> {
		return isLasting(path) ? this.#open('media') : this.pages(version);
	}

	media(): Promise<Cache> {
		return this.#open('media');
	}

	pages(version: string): Promise<Cache> {
		return this.#open(`pages-${version}`);
	}

	/** Every version that is here, whole or not. */
	async versions(): Promise<string[]> {
		return (await this.#names()).flatMap((name) => /^pages-(.+)/.exec(name)?.[1] ?? []);
	}

	/** A file of a version. To look for it makes no cache anew that was deleted. */
	find(path: string, version: string): Promise<Response | undefined> {
		const name = isLasting(path) ? 'media' : `pages-${version}`;
		return caches.match(this.address(path), { cacheName: this.#prefix + name });
	}

	async plan(version: string): Promise<Plan | undefined> {
		const found = await this.find(planName, version);
		const plan = found && ((await found.json()) as Plan);
		return isReadable(plan) ? plan : undefined;
	}

	async plans(): Promise<Plan[]> {
		const plans = await Promise.all((await this.versions()).map((one) => this.plan(one)));
		return plans.filter(isReadable);
	}

	async begin(plan: Plan): Promise<void> {
		await write(await this.pages(plan.version), this.address(planName), plan);
	}

	async complete(version: string): Promise<void> {
		await write(await this.pages(version), this.address(completeName), true);
	}

	async isComplete(version: string): Promise<boolean> {
		return (await this.find(completeName, version)) !== undefined;
	}

	async remove(version: string): Promise<void> {
		await caches.delete(`${this.#prefix}pages-${version}`);
	}

	async removeAll(): Promise<void> {
		await Promise.all((await this.#names()).map((name) => caches.delete(this.#prefix + name)));
	}

	async pointers(): Promise<Pointer[]> {
		if (!(await caches.has(`${this.#prefix}kept`))) return [];
		const kept = await this.#open('kept');
		const found = await Promise.all((await kept.keys()).map(({ url }) => read<Pointer>(kept, url)));
		return found.filter((one) => one !== undefined);
	}

	async pointer(name: string): Promise<Pointer | undefined> {
		return (await this.pointers()).find((one) => one.name === name);
	}

	async point(pointer: Pointer): Promise<void> {
		await write(await this.#open('kept'), this.address(`.offline/kept/${pointer.name}`), pointer);
	}

	async unpoint(name: string): Promise<void> {
		await (await this.#open('kept')).delete(this.address(`.offline/kept/${name}`));
	}

	async #names(): Promise<string[]> {
		const own = new RegExp(`^(pages-[^/]+|media|kept)$`);
		const names = (await caches.keys()).filter((name) => name.startsWith(this.#prefix));
		return names.map((name) => name.slice(this.#prefix.length)).filter((name) => own.test(name));
	}

	#open(name: string): Promise<Cache> {
		return caches.open(this.#prefix + name);
	}
}

async function read<T>(cache: Cache, address: string): Promise<T | undefined> {
	const found = await cache.match(address);
	return found && ((await found.json()) as T);
}

async function write(cache: Cache, address: string, value: unknown): Promise<void> {
	await cache.put(address, new Response(JSON.stringify(value)));
}
