import { isOver } from '../visit.ts';
import { filesOfGone, type Pointer } from './plan.ts';
import type { Store } from './store.ts';

/** Removes the version before the one that is shown, and files that no version lists. */
export async function sweep(store: Store): Promise<void> {
	for (const { before, ...pointer } of await store.pointers()) {
		if (before === undefined) continue;
		if (before !== pointer.version) await store.remove(before);
		await store.point(pointer);
	}
	const listed = (await store.plans()).flatMap(({ files }) => files);
	const needed = new Set(listed.map(({ path }) => store.address(path)));
	const media = await store.media();
	for (const request of await media.keys())
		if (!needed.has(request.url)) await media.delete(request);
}

/**
 * Deletes the files of photos whose last day is over or that were withdrawn.
 *
 * @returns ids of all that are gone from what is shown
 */
export async function takeOut(
	store: Store,
	pointer: Pointer,
	withdrawn: readonly string[],
): Promise<string[]> {
	const plan = await store.plan(pointer.version);
	if (!plan) return pointer.gone;
	const ids = plan.photos.filter(({ id, until }) => isOver(until) || withdrawn.includes(id));
	const gone = new Set([...pointer.gone, ...ids.map(({ id }) => id)]);
	if (gone.size === pointer.gone.length) return pointer.gone;
	for (const path of filesOfGone(plan.photos, gone)) {
		const cache = await store.cacheFor(path, plan.version);
		await cache.delete(store.address(path));
	}
	await store.point({ ...pointer, gone: [...gone] });
	return [...gone];
}
