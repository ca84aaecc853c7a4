import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Release } from '../release/format.ts';
import { Store } from '../release/store.ts';
import { Conductor } from '../updates/conductor.ts';
import { sourcesOf } from '../updates/sources.ts';
import { Sticks, type SticksGiven } from '../updates/sticks.ts';
import { addressOf, type Catalogue } from './catalogue.ts';
import type { Clock } from './clock.ts';
import type { Device } from './device.ts';
import type { Glass, Releases, ReleaseStatus, Shown } from './releases.ts';

/**
 * The releases of a device: what it keeps in its data folder, and what its sources bring. Without a
 * public key nothing is brought, and what is there goes on being shown.
 *
 * @param given where sticks are mounted, and what they are told
 * @throws where the data folder cannot be made or read
 */
export async function storedReleases(
	data: string,
	glass: Glass,
	device: Device,
	given: SticksGiven,
): Promise<Releases> {
	const store = new Store(data);
	const sticks = new Sticks(given);
	const others = device.sources.map((one) =>
		/^https?:/.test(one) ? { url: one } : { folder: one },
	);
	const lasting = others.flatMap(sourcesOf);
	const conductor = new Conductor({
		store,
		screens: glass,
		fromOpening: () => glass.fromOpening(),
		clock: clockOf(glass.clock),
		key: keyOf(device.publicKey),
		// A stick is there because somebody brought it.
		sources: async () => [...(await sticks.sources()), ...lasting],
		haveCome: () => sticks.haveCome(),
	});
	await conductor.begin();
	return {
		shown: () => shownIn(store),
		gone: () => store.goneIds(),
		status: () => statusOf(conductor, sticks),
		stick: () => sticks.told,
		updateNow: () => Promise.resolve(conductor.updateNow()),
		tick: () => conductor.tick(),
	};
}

function shownIn(store: Store): Shown | undefined {
	const { id, folder, galleries } = store.current() ?? {};
	if (id === undefined || folder === undefined || !store.shown) return undefined;
	return { id, folder, catalogue: catalogueOf(store.shown, galleries ?? []) };
}

const files = new WeakMap<Release, Catalogue['files']>();

/** Asked at each request: the files of a release are listed once. */
function catalogueOf(release: Release, galleries: readonly string[]): Catalogue {
	let known = files.get(release);
	if (!known) {
		known = new Map(release.photos.map((photo) => [photo.id, photo.files.map(addressOf)]));
		files.set(release, known);
	}
	return { files: known, galleries, publicUrl: release.publicUrl };
}

function statusOf(conductor: Conductor, { problems }: Sticks): ReleaseStatus {
	const { pending, lastUpdate, damaged } = conductor.status();
	const { at, ok, error } = lastUpdate;
	return {
		...(pending !== null && { pending }),
		...(at !== null && { lastUpdate: { at, ok, ...(error !== null && { error }) } }),
		warnings: [
			...damaged.map((path) => `the disk has spoilt ${path}: bring the release again`),
			...problems,
		],
	};
}

function clockOf({ now, uptime }: Clock) {
	const at = () => new Date(now()).toISOString();
	return { now: uptime, at, today: () => at().slice(0, 10) };
}

function keyOf(publicKey: string | undefined): KeyObject | undefined {
	try {
		return publicKey === undefined ? undefined : createPublicKey(publicKey);
	} catch {
		return undefined;
	}
}
