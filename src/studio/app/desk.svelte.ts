import type { Operation, Outcome, Step } from '../contract/operations.ts';
import type { GalleryView, PhotoView, View } from '../contract/view.ts';
import { Refusal, type Api } from './api.ts';
import { bySubject } from './by-subject.ts';
import { resolved, type Choice } from './conflicts.ts';
import { Drafts, type Draft, type Typed } from './drafts.svelte.ts';
import { keepIn } from './keep.ts';
import { foreseen } from './optimistic.ts';
import { byId } from './read.ts';
import type { Dispute, Trouble } from './trouble.ts';
import type { Words } from './words.svelte.ts';

/** What lies on the desk: what is written, what will be, what could not be. */
export class Desk {
	#view = $state.raw<View>();
	/** Steps that the server has not answered yet. */
	#waiting = $state.raw<readonly Step[]>([]);
	#queue: Promise<unknown> = Promise.resolve();
	dispute = $state.raw<Dispute>();
	trouble = $state.raw<Trouble>();
	/** Photos that were chosen last on a table: other screens begin with them. */
	chosen = $state.raw<readonly string[]>([]);
	/** Said to those who do not see it. */
	said = $state('');
	readonly drafts = new Drafts(() => this.#write());
	readonly #shown = $derived.by(() => {
		const steps = this.#waiting.flatMap((step) => step.operations);
		const typed = this.drafts.all.map(({ operation }) => operation);
		return this.#view && foreseen(this.#view, [...steps, ...typed]);
	});
	readonly #photos = $derived(byId(this.#shown?.photos ?? []));

	constructor(
		readonly api: Api,
		readonly words: Words,
	) {}

	async open(): Promise<void> {
		await this.api.enter();
		await this.refresh();
		const left = await this.drafts.restore(await keepIn<Draft>(`nigoh ${this.view.folder}`));
		if (left > 0) await this.drafts.save();
	}

	get isOpen(): boolean {
		return this.#view !== undefined;
	}

	/** As it will be when everything is written. */
	get view(): View {
		if (!this.#shown) throw new Error('the desk is not open');
		return this.#shown;
	}

	get source(): string {
		return this.view.languages[0] ?? 'en';
	}

	get isSaving(): boolean {
		return this.#waiting.length > 0;
	}

	photo(id: string): PhotoView | undefined {
		return this.#photos.get(id);
	}

	gallery(id: string): GalleryView | undefined {
		return this.view.galleries.find((one) => one.id === id);
	}

	async refresh(): Promise<void> {
		const view = await this.api.get<View>('/api/view');
		if (view.revision >= (this.#view?.revision ?? 0)) this.#view = view;
	}

	/** Typed, and not to be written with every key. */
	type(operation: Typed, title: string): void {
		this.drafts.type(operation, title);
	}

	/** Returns whether it is written. Steps are written one after another. */
	change(operations: readonly Operation[], title: string): Promise<boolean> {
		if (operations.length === 0) return Promise.resolve(true);
		return this.#send({ operations, title });
	}

	undo(): Promise<boolean> {
		return this.ask('/api/undo', {});
	}

	redo(): Promise<boolean> {
		return this.ask('/api/redo', {});
	}

	/** Something that the server does as a whole, such as sealing. */
	async ask(path: string, body: unknown): Promise<boolean> {
		await this.drafts.save();
		let isDone = false;
		await this.#orderly(() =>
			this.attempt(async () => (isDone = await this.#settle(this.api.post<Outcome>(path, body)))),
		);
		return isDone;
	}

	/** Lets trouble be told and says whether it went well. */
	async attempt(work: () => Promise<unknown>): Promise<boolean> {
		try {
			await work();
			return true;
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			this.trouble = { says: error.says, remedy: error.remedy, again: () => this.attempt(work) };
			return false;
		}
	}

	/** Whoever must ask somebody first comes back to it: what they wrote is kept. */
	postpone(): void {
		const dispute = this.dispute;
		if (!dispute) return;
		this.dispute = undefined;
		const { t } = this.words;
		const again = async () => (this.dispute = dispute);
		this.trouble = { says: t('conflict'), remedy: t('conflict_later'), again };
	}

	async decide(choices: readonly Choice[]): Promise<void> {
		const dispute = this.dispute;
		if (!dispute) return;
		this.dispute = undefined;
		const step = resolved(dispute.step, dispute.conflicts, choices);
		if (step) await this.#send(step, dispute.drafts);
		else this.drafts.settle(dispute.drafts);
	}

	/** What is typed until its turn has come, in one step. */
	#write(): Promise<boolean> {
		return this.#orderly(() => this.attempt(() => this.#writeAll(this.drafts.all)));
	}

	/** What is wrong as it stands keeps back only what it is of: the rest does not wait for it. */
	async #writeAll(drafts: readonly Draft[]): Promise<void> {
		const parts = bySubject(drafts);
		let refused: unknown;
		const keep = (error: unknown) => (refused = error);
		if (parts.length > 0) await this.#writeOnce(drafts).catch(keep);
		if (refused instanceof Refusal && refused.status === 400 && parts.length > 1) {
			refused = undefined;
			for (const part of parts) if (!this.dispute) await this.#writeOnce(part).catch(keep);
		}
		if (refused) throw refused;
	}

	#writeOnce(drafts: readonly Draft[]): Promise<boolean> {
		const [{ title } = { title: '' }] = drafts;
		const step = { operations: drafts.map(({ operation }) => operation), title };
		return this.#settle(this.api.change(step), step, drafts);
	}

	#send(step: Step, drafts: readonly Draft[] = []): Promise<boolean> {
		this.#waiting = [...this.#waiting, step];
		return this.#orderly(async () => {
			const isDone = await this.attempt(() => this.#settle(this.api.change(step), step, drafts));
			this.#waiting = this.#waiting.filter((one) => one !== step);
			return isDone && !this.dispute;
		});
	}

	#orderly(work: () => Promise<boolean>): Promise<boolean> {
		const turn = this.#queue.then(work);
		this.#queue = turn.catch(() => {});
		return turn;
	}

	async #settle(
		asked: Promise<Outcome>,
		step?: Step,
		drafts: readonly Draft[] = [],
	): Promise<boolean> {
		const outcome = await asked;
		if (outcome.done) {
			this.trouble = undefined;
			// First what is there now: else a field shows for a moment what it said before, and who types then starts from that.
			await this.refresh();
			this.drafts.settle(drafts);
			const beside = outcome.alsoOutside.join(', ');
			if (beside) this.said = this.words.t('also_outside', { what: beside });
		} else {
			this.dispute = {
				step: step ?? { operations: [], title: '' },
				conflicts: outcome.conflicts,
				drafts,
			};
			await this.refresh();
		}
		return outcome.done;
	}
}
