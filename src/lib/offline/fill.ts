import type { Kept } from '../offline-model.ts';
import { downloading, isLasting } from './paths.ts';
import type { Plan } from './plan.ts';
import { hashHeader, type Store } from './store.ts';

/** Files that are fetched at the same time. */
const together = 4;

/**
 * Fetches what a plan lists and is not here yet, and says then that it is complete. Cut off, it goes on where it was.
 *
 * @param told of the bytes that are here
 * @throws {Error} where the network ends, a file is another one than listed, or the browser has no room
 */
export async function fill(
	store: Store,
	plan: Plan,
	told: (bytes: number) => void = () => undefined,
): Promise<void> {
	await forgetOthers(store, plan);
	await store.begin(plan);
	const found = await findings(store, plan);
	const queue = [...plan.files];
	let done = 0;
	const work = async () => {
		for (let file = queue.shift(); file; file = queue.shift()) {
			try {
				await obtain(store, plan, file, found);
			} catch (error) {
				queue.length = 0;
				throw error;
			}
			told((done += file.bytes));
		}
	};
	await Promise.all(Array.from({ length: together }, work));
	await store.complete(plan.version);
}

/** Beginnings of other versions are not needed any more; their pictures may be, and are kept. */
async function forgetOthers(store: Store, { name, version }: Plan): Promise<void> {
	const shown = await store.pointer(name);
	const needed = [version, shown?.version, shown?.before];
	for (const one of await store.plans())
		if (one.name === name && !needed.includes(one.version)) await store.remove(one.version);
}

interface Findings {
	lasting: ReadonlySet<string>;
	/** Versions that may have the same page. */
	versions: string[];
}

async function findings(store: Store, { version }: Plan): Promise<Findings> {
	const lasting = new Set((await (await store.media()).keys()).map(({ url }) => url));
	const others = (await store.versions()).filter((one) => one !== version);
	return { lasting, versions: [version, ...others] };
}

async function obtain(store: Store, plan: Plan, file: Kept, found: Findings): Promise<void> {
	const address = store.address(file.path);
	const cache = await store.cacheFor(file.path, plan.version);
	if (isLasting(file.path)) {
		if (!found.lasting.has(address)) await cache.put(address, await fetched(address, file));
		return;
	}
	for (const version of found.versions) {
		const same = await store.find(file.path, version);
		if (same?.headers.get(hashHeader) !== file.sha256) continue;
		if (version !== plan.version) await cache.put(address, same);
		return;
	}
	await cache.put(address, await fetched(address, file));
}

/** What lies on the way may have an old or a broken one: then it is asked for past all that. */
async function fetched(address: string, file: Kept): Promise<Response> {
	const usual = isLasting(file.path) ? 'default' : 'no-cache';
	for (const cache of [usual, 'reload'] as const) {
		const answer = await fetch(address, { cache, headers: { [downloading]: '1' } });
		if (!answer.ok) throw new Error(`${file.path}: ${answer.status}`);
		const body = await answer.arrayBuffer();
		if ((await hashOf(body)) !== file.sha256) continue;
		const type = answer.headers.get('content-type') ?? 'application/octet-stream';
		return new Response(body, { headers: { 'content-type': type, [hashHeader]: file.sha256 } });
	}
	throw new Error(`${file.path} is not the file that is listed`);
}

async function hashOf(body: ArrayBuffer): Promise<string> {
	const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
	return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
