import { join } from 'node:path';
import type { Picture } from '../../model.ts';
import { concurrently } from '../content/concurrent.ts';
import type { PhotoRecord } from '../content/record.ts';
import { isKept, keep, readManifest, writeManifest, type Manifest } from './cache.ts';
import { ofThisPicture } from './failure.ts';
import { safeMaster } from './master.ts';
import { planPicture, type Job, type MasterPlan, type Plan } from './plan.ts';
import { encode, encoder, meanColour } from './render.ts';
import type { SourceHash } from './sources.ts';
import type { Wanted } from './wishes.ts';

/** Where pictures come from and go to. */
export interface Darkroom {
	/** The content folder. */
	root: string;
	cache: string;
	hash: SourceHash;
}

/** What of one photo is still to be made: plain data, so that another process can do it. */
export interface Order {
	/** Absolute path of the source. */
	file: string;
	/** Of the source. */
	megapixels: number;
	master: MasterPlan;
	jobs: readonly Job[];
}

/** What came of an order. */
export type Outcome = Manifest | { reason: string };

/** Carries out orders; the outcomes are in their order. Rejects where the system refuses, such as a full disk. */
export type Fulfil = (
	cache: string,
	orders: readonly Order[],
	tell: (done: number, megapixels: number) => void,
) => Promise<Outcome[]>;

export interface Made {
	/** By photo id. */
	pictures: Map<string, Picture>;
	failed: { photo: PhotoRecord; reason: string }[];
	/** Files. */
	made: number;
	reused: number;
	/** Of these files, those that are tiles. */
	tiles: number;
	/** Of all files, made or reused. */
	bytes: number;
	/** Of the sources that were decoded. */
	megapixels: number;
	/** Masters that are in use, and whether something was made of them now. */
	masters: { source: string; key: string; isNew: boolean }[];
}

export interface Progress {
	done: number;
	of: number;
	/** Of the sources that were decoded. */
	megapixels: number;
}

interface Seen {
	wanted: Wanted;
	plan: Plan;
	known: Manifest | undefined;
	missing: readonly Job[];
}

/**
 * The pictures of all these photos: what the cache has is taken from there, what is missing is
 * ordered. One photo that fails does not stop the others.
 */
export async function makePictures(
	room: Darkroom,
	wanted: readonly Wanted[],
	fulfil: Fulfil,
	tell: (progress: Progress) => void,
): Promise<Made> {
	const made: Made = { ...{ pictures: new Map(), failed: [], masters: [] }, ...nothingYet };
	const seen = await concurrently(16, wanted, (one) =>
		look(room, one).catch(ofThisPicture(join(room.root, one.photo.file))),
	);
	// The largest first, so that at the end no core waits for a large one on another.
	const open = seen.filter((one) => 'plan' in one && one.missing.length > 0) as Seen[];
	const orders = ordersOf(room, open).sort((a, b) => b.megapixels - a.megapixels);
	const known = wanted.length - orders.length;
	const inform = (done: number, megapixels: number) =>
		tell({ done: known + done, of: wanted.length, megapixels });
	inform(0, 0);
	const outcomes = orders.length > 0 ? await fulfil(room.cache, orders, inform) : [];
	const byMaster = new Map(orders.map(({ master }, index) => [master.key, outcomes[index]!]));
	for (const [index, one] of seen.entries()) {
		const { photo } = wanted[index]!;
		const outcome = 'plan' in one ? (byMaster.get(one.plan.master.key) ?? one.known) : one;
		if ('plan' in one && outcome && 'bytes' in outcome) enter(made, one, outcome);
		else made.failed.push({ photo, reason: outcome && 'reason' in outcome ? outcome.reason : '' });
	}
	return made;
}

const nothingYet = { made: 0, reused: 0, tiles: 0, bytes: 0, megapixels: 0 };

async function look(room: Darkroom, wanted: Wanted): Promise<Seen> {
	const plan = await planOf(room, wanted);
	const known = readManifest(room.cache, plan.master);
	const missing = plan.jobs.filter(({ name }) => !isKept(room.cache, name, known));
	return { wanted, plan, known, missing };
}

/** One for each master: the same photo may lie in two folders, and what each wants of it is made at once. */
function ordersOf(room: Darkroom, open: readonly Seen[]): Order[] {
	const orders = new Map<string, Order>();
	for (const one of open) {
		const order = orderOf(room, one);
		const { jobs = [] } = orders.get(order.master.key) ?? {};
		const byName = new Map([...jobs, ...order.jobs].map((job) => [job.name, job]));
		orders.set(order.master.key, { ...order, jobs: [...byName.values()] });
	}
	return [...orders.values()];
}

function orderOf({ root }: Darkroom, { wanted, plan, missing }: Seen): Order {
	const { file, size } = wanted.photo;
	const megapixels = (size.width * size.height) / 1e6;
	return { file: join(root, file), megapixels, master: plan.master, jobs: missing };
}

function enter(made: Made, { wanted, plan, missing }: Seen, { colour, bytes }: Manifest): void {
	const { photo } = wanted;
	made.pictures.set(photo.id, { ...plan.picture, colour });
	const { source, key } = plan.master;
	made.masters.push({ source, key, isNew: missing.length > 0 });
	made.made += missing.length;
	made.reused += plan.jobs.length - missing.length;
	made.tiles += plan.jobs.filter(({ level }) => level).length;
	for (const { name } of plan.jobs) made.bytes += bytes[name] ?? 0;
	if (missing.length > 0) made.megapixels += (photo.size.width * photo.size.height) / 1e6;
}

/** The files that a photo will have, named by its content: it must be read once to be hashed. */
export async function planOf({ root, hash }: Darkroom, { photo, wish }: Wanted): Promise<Plan> {
	return planPicture(await hash(root, photo.file), wish, encoder);
}

/** Makes the files of one order, and notes them in the cache. */
export async function fulfilOne(
	cache: string,
	{ file, master: plan, jobs }: Order,
): Promise<Manifest> {
	const known = readManifest(cache, plan);
	const master = await safeMaster(file, plan);
	const bytes = { ...known?.bytes };
	const writing: Promise<void>[] = [];
	try {
		for (const job of jobs) {
			const data = await encode(master, job);
			// The next is encoded while the disk has this one.
			const written = keep(cache, job.name, data);
			written.catch(() => undefined);
			writing.push(written);
			bytes[job.name] = data.length;
		}
	} finally {
		await Promise.allSettled(writing);
	}
	await Promise.all(writing);
	const manifest = { colour: known?.colour ?? (await meanColour(master)), bytes };
	await writeManifest(cache, plan, manifest);
	return manifest;
}
