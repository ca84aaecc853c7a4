import { mkdir, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Day } from '../../lib/server/content/day.ts';
import type { Disk } from '../durable.ts';
import { toDiscard, toInstall, toShow } from './choose.ts';
import { eraseGone } from './erase.ts';
import { failures } from './failures.ts';
import type { Release, Withdrawn } from './format.ts';
import { isGone, nothingGone, onDay, withDays, withList, type Gone } from './gone.ts';
import { discard, keptIn, tidy, type Kept } from './kept.ts';
import { placesIn, siteIn } from './layout.ts';
import { linkTo } from './link.ts';
import { eraseAll, remember } from './remember.ts';
import { readState, writeState } from './state.ts';

/** What is to be served. */
export interface Installed {
	id: string;
	/** Of its pages and pictures. */
	folder: string;
	/** Those that have a photo to show. */
	galleries: string[];
}

/** A release may be interrupted so often amid its probation. */
const restarts = 2;

/**
 * The releases on this device. What it says is shown changes only by {@link show} and {@link fail}: a
 * page that is open goes on with the files it began with. One process owns a store, and calls of what
 * changes it follow each other.
 */
export class Store {
	#kept: Kept[] = [];
	#failed: string[] = [];
	#gone: Gone = nothingGone;
	#shown: Kept | undefined;

	/** @param root the data partition's folder */
	constructor(
		readonly root: string,
		readonly disk?: Disk,
	) {}

	/**
	 * After every start, before anything else: mends what a power cut left, deletes what is gone, and
	 * knows then what to show.
	 *
	 * @returns why something could not be written: a kiosk shows its pictures on a full disk, too
	 */
	async boot(today: Day): Promise<unknown[]> {
		const { releases, state, current } = placesIn(this.root);
		await mkdir(releases, { recursive: true });
		await mkdir(state, { recursive: true });
		await tidy(this.root);
		this.#gone = await readState(this.root, 'withdrawn');
		this.#failed = (await readState(this.root, 'failed')).ids;
		await this.refresh();
		const linked = basename(await readlink(current).catch(() => ''));
		const { id, before } = await readState(this.root, 'probation');
		this.#shown = toShow(this, linked, id === linked ? before : undefined);
		const steps = [() => this.expire(today), () => this.#show(this.#shown)];
		return failures(this.#shown?.release.id === linked ? steps.slice(0, 1) : steps);
	}

	/** Undefined where there is nothing but the page that kioskd brings itself. */
	current(): Installed | undefined {
		const { folder, release } = this.#shown ?? {};
		if (folder === undefined || release === undefined) return undefined;
		const test = isGone(this.#gone);
		const left = new Set(release.photos.filter(({ id }) => !test(id)).map((one) => one.gallery));
		const galleries = release.galleries.filter((id) => left.has(id));
		return { id: release.id, folder: siteIn(folder), galleries };
	}

	/** Photos that may not be shown any more; pages that still name them should leave them out. */
	goneIds(): string[] {
		const test = isGone(this.#gone);
		return [...new Set([...this.#gone.ids, ...Object.keys(this.#gone.days)])].filter(test);
	}

	get kept(): readonly Kept[] {
		return this.#kept;
	}

	get failed(): readonly string[] {
		return this.#failed;
	}

	get gone(): Gone {
		return this.#gone;
	}

	get shown(): Release | undefined {
		return this.#shown?.release;
	}

	/** A whole release that waits for its turn. */
	pending(): string | undefined {
		return toInstall(this, this.#shown)?.release.id;
	}

	/** Looks at what is kept, and deletes of it what is gone. */
	async refresh(): Promise<void> {
		this.#kept = await keptIn(this.root);
		const id = this.#shown?.release.id;
		this.#shown = this.#kept.find(({ release }) => release.id === id) ?? this.#shown;
		await eraseAll(this.#kept, this.#gone);
	}

	/** Deletes what was withdrawn from every release. It is remembered first, and for ever. */
	async withdraw(list: Withdrawn): Promise<void> {
		await this.#remember(withList(this.#gone, list));
	}

	/** What a release says of the last days of its photos. */
	async learn(release: Release): Promise<void> {
		await this.#remember(withDays(this.#gone, release));
	}

	/** Deletes photos whose last day is over. A clock that lags is helped by the newest release. */
	async expire(today: Day): Promise<void> {
		const made = this.#kept[0]?.release.made.slice(0, 10) ?? today;
		await this.#remember(onDay(this.#gone, made > today ? made : today));
	}

	/** Shows another release, on probation. */
	async show(id: string): Promise<void> {
		const kept = this.#kept.find(({ release }) => release.id === id);
		if (!kept) throw new Error(`there is no release ${id}`);
		// Nothing that is gone may come back by a release that was staged before it went.
		await eraseGone(kept, this.#gone);
		const before = this.#shown?.release.id;
		await writeState(this.root, 'probation', { id, before, starts: 1 }, this.disk);
		await this.#show(kept);
	}

	/**
	 * Has the release that is shown still to prove itself? A device that was switched off meanwhile asks
	 * once more; one that never comes to an end with it gives it up.
	 */
	async onProbation(): Promise<boolean> {
		const { id, before, starts } = await readState(this.root, 'probation');
		if (!this.#shown || id !== this.#shown.release.id) return false;
		const next = { id, before, starts: starts + 1 };
		const isOver = starts > restarts;
		// On a full disk it has one chance more.
		await failures([
			() => (isOver ? this.fail() : writeState(this.root, 'probation', next, this.disk)),
		]);
		return !isOver;
	}

	/** The release has proved itself; those that are too old go. */
	async pass(): Promise<void> {
		for (const { folder } of this.#shown ? toDiscard(this, this.#shown) : []) await discard(folder);
		await this.refresh();
		await writeState(this.root, 'probation', { starts: 0 }, this.disk);
	}

	/**
	 * The release that is shown has failed: shows the one before, and never this again. On a full disk
	 * that holds until the next start.
	 */
	async fail(): Promise<void> {
		const bad = this.#shown;
		if (!bad) return;
		const { before } = await readState(this.root, 'probation');
		this.#failed = [...new Set([...this.#failed, bad.release.id])];
		const next = toShow(this, before) ?? bad;
		const errors = await failures([
			() => writeState(this.root, 'failed', { ids: this.#failed }, this.disk),
			() => this.#show(next),
			() => writeState(this.root, 'probation', { starts: 0 }, this.disk),
		]);
		this.#shown = next;
		if (errors.length > 0) throw errors[0];
	}

	async #remember(gone: Gone): Promise<void> {
		const isKnown = JSON.stringify(gone) === JSON.stringify(this.#gone);
		this.#gone = gone;
		if (isKnown) await eraseAll(this.#kept, gone);
		else await remember(this.root, this.#kept, gone, this.disk);
	}

	async #show(kept: Kept | undefined): Promise<void> {
		await linkTo(this.root, kept?.release.id);
		this.#shown = kept;
	}
}
