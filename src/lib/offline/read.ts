import type { GalleryManifest, Kept, KeptPhoto, ManifestIndex } from '../offline-model.ts';
import { downloading } from './paths.ts';
import { hall, planOf, type Plan } from './plan.ts';
import type { Store } from './store.ts';

/** The server has no such file any more. */
export class Gone extends Error {}

/** The newest one of the server. */
async function ask<T>(store: Store, path: string): Promise<T> {
	const headers = { [downloading]: '1' };
	const answer = await fetch(store.address(path), { cache: 'no-cache', headers });
	if (answer.status === 404 || answer.status === 410) throw new Gone(path);
	if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
	return (await answer.json()) as T;
}

/**
 * Does the server want that nothing is kept any more?
 * @throws {TypeError} where no server is reached: what `fetch` says of a network that is not there
 */
export async function isSwitchedOff(store: Store): Promise<boolean> {
	return ask<{ off?: boolean }>(store, 'sw-off.json').then(
		({ off }) => off === true,
		(error: unknown) => {
			if (error instanceof TypeError) throw error;
			return false;
		},
	);
}

export function readIndex(store: Store): Promise<ManifestIndex> {
	return ask(store, 'media-manifest/index.json');
}

/** Of the kiosk that the server has now. */
export function readPhotos(store: Store): Promise<{ photos: KeptPhoto[]; withdrawn: string[] }> {
	return ask(store, 'kiosk.json');
}

/** @param pixels of the screen's longer side */
export async function planHall(store: Store, pixels: number): Promise<Plan> {
	const { version, shards } = await readIndex(store);
	const lists = shards.map(({ path }) => ask<{ files: Kept[] }>(store, path));
	const files = (await Promise.all(lists)).flatMap((list) => list.files);
	const { photos } = await readPhotos(store);
	return planOf(hall, { version, files }, pixels, photos);
}

/** @param name language and id, such as `en/road` */
export async function planGallery(store: Store, name: string, pixels: number): Promise<Plan> {
	const manifest = await ask<GalleryManifest>(store, `media-manifest/galleries/${name}.json`);
	return planOf(name, manifest, pixels);
}
