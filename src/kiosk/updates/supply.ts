import type { ReleaseFile } from '../release/format.ts';
import { toStage, type Looked, type Offer } from './check.ts';
import type { Turn } from './in-turn.ts';
import { bring, look, type Installing } from './install.ts';
import { findDamaged, mend } from './nightly.ts';

/** Looks where releases come from, brings the newest to wait here, and mends what the disk has spoilt. */
export class Supply {
	#working: Promise<void> | undefined;
	#staging: Promise<void> | undefined;
	#wrong: unknown;
	#isPutOff = false;
	#damaged: ReleaseFile[] = [];

	constructor(
		private readonly given: Installing,
		private readonly turn: Turn,
		/** That it went well, or the error. */
		private readonly tell: (error?: unknown) => void,
	) {}

	get isWorking(): boolean {
		return this.#working !== undefined;
	}

	get isFetching(): boolean {
		return this.#staging !== undefined;
	}

	/** Is there something to be fetched that could not be at that time? */
	get isPutOff(): boolean {
		return this.#isPutOff;
	}

	/** With a source, as long as it is so. */
	get wrong(): unknown {
		return this.#wrong;
	}

	/** Of the release that is shown. */
	get damaged(): readonly ReleaseFile[] {
		return this.#damaged;
	}

	/** Another release is shown. */
	forgetDamage(): void {
		this.#damaged = [];
	}

	/** @param isFree may something be fetched at this time? */
	look(isFree: () => boolean): Promise<void> {
		return this.#work(() => this.#look(isFree));
	}

	/** Looks for damage. */
	scrub(): Promise<void> {
		return this.#work(async () => {
			this.#damaged = [...this.#damaged, ...(await findDamaged(this.given.store))];
		});
	}

	/** Resolves when nothing is being fetched. */
	async settled(): Promise<void> {
		await this.#working;
		await this.#staging;
	}

	#work(work: () => Promise<void>): Promise<void> {
		const ended = () => void (this.#working = undefined);
		this.#working = work()
			.catch((error) => this.tell(error))
			.finally(ended);
		return this.#working;
	}

	async #look(isFree: () => boolean): Promise<void> {
		const { store } = this.given;
		this.#isPutOff = false;
		const checked = await look(this.given, this.turn);
		this.#wrong = checked.errors[0];
		const offer = toStage(checked, store);
		const from = checked.looked.find(({ source }) => source === offer?.source);
		if (offer && from && !this.#staging && isFree()) this.#stage(offer, from);
		else this.#isPutOff = offer !== undefined;
		if (this.#damaged.length > 0) {
			this.#damaged = await mend(store, this.#damaged, checked.offers, this.turn);
		}
		if (!this.#staging) this.tell(this.#wrong);
		for (const looked of checked.looked) if (looked !== from) await leave(looked);
	}

	/** It may take hours, and what is withdrawn meanwhile does not wait for it. */
	#stage(offer: Offer, from: Looked): void {
		const ended = () => {
			this.#staging = undefined;
			this.tell(this.#wrong);
			return leave(from);
		};
		this.#staging = bring(this.given, offer, this.turn)
			.catch((error: unknown) => {
				this.#wrong ??= error;
				from.error ??= error;
			})
			.then(ended);
	}
}

async function leave({ source, isOurs, error }: Looked): Promise<void> {
	await source.leave?.({ isOurs, isWrong: error !== undefined });
}
