import type { Outcome } from '../contract/operations.ts';
import type { Book } from './book.ts';
import { back, carryOut, isUntouched, settle } from './carry-out.ts';
import { shaOf } from './disk.ts';
import type { Eyes } from './eyes.ts';
import { hunksOf } from './hunks.ts';
import type { Entry, Journal, Task } from './journal.ts';
import { apply } from './operations/apply.ts';
import { outsideChanges } from './outside.ts';
import { Plan } from './plan.ts';
import { changesOf, Snapshot } from './planned.ts';
import { leavesAll } from './leaves-all.ts';
import { busy, erased } from './meanwhile.ts';
import { isText } from './scan.ts';
import { stacksOf } from './stacks.ts';
import type { Read, Store } from './store.ts';
import { StudioRefusal } from './studio-refusal.ts';
import { refuseUnfit } from './unfit.ts';

/** So often a step is planned anew because a file was changed while it was. */
const attempts = 5;

/** What a desk does, one thing after the other: whoever calls sees to that. */
export class Work {
	revision = 1;
	/** Told of files that were changed beside us. */
	onOutside: (files: string[]) => void = () => undefined;
	/** Files as the curator knows them. */
	#seen = new Map<string, Read | undefined>();
	/** Written by us in ways that leave everything where it is. */
	#kept = new Set<string>();

	constructor(
		readonly store: Store,
		readonly eyes: Eyes,
		public journal: Journal,
		private readonly readJournal: () => Promise<Journal>,
	) {}

	book(): Promise<Book> {
		return this.eyes.book(this.#kept);
	}

	folders(): Set<string> {
		const files = [...this.eyes.stamps.keys()];
		return new Set(['', ...files.map((file) => file.replace(/\/?[^/]*$/, ''))]);
	}

	/** Finds out what was changed beside us since the last time. A text that says the same was only touched. */
	async look(): Promise<void> {
		const stamped = await this.eyes.look();
		const changed: string[] = [];
		for (const file of stamped) {
			const seen = isText(file) ? this.#seen.get(file) : undefined;
			if (seen && (await this.store.shaOf(file).catch(() => null)) === seen.sha) continue;
			changed.push(file);
			this.#kept.delete(file);
		}
		if (changed.length === 0) return;
		this.revision++;
		this.onOutside(changed);
	}

	/** A file as the curator is shown it. */
	async see(file: string): Promise<Read | undefined> {
		const read = await this.store.read(file);
		this.#seen.set(file, read);
		return read;
	}

	/** Nothing is begun on what was left half done, or of a history that somebody has erased. */
	async ready(): Promise<void> {
		if (!(await this.journal.isStill())) await this.anew();
		await settle(this);
	}

	/** Plans and writes; where a file is changed beside us meanwhile, once more. */
	async step(task: Task): Promise<Outcome> {
		for (let attempt = 0; attempt < attempts; attempt++) {
			const { journal } = this;
			await this.ready();
			// What is to be taken back or done again was in what somebody has erased.
			if (journal !== this.journal && task.kind !== 'step') throw erased();
			const outcome = await this.#try(task);
			if (outcome) return outcome;
		}
		throw busy();
	}

	async #try(task: Task): Promise<Outcome | undefined> {
		await this.look();
		const snapshot = new Snapshot(this.store);
		const plan = new Plan(await this.book(), snapshot, this.journal.nextNumber());
		for (const deed of task.deeds) await apply(plan, deed);
		const { conflicts, moves, number: n } = plan;
		if (conflicts.length > 0) return { done: false, conflicts };
		// What was there once may come back, right or wrong.
		if (task.kind === 'step') refuseUnfit(plan);
		const files = await changesOf(plan, snapshot, this.store);
		const alsoOutside = this.#outside(snapshot, plan.book);
		const isNothing = files.length === 0 && moves.length === 0;
		if (isNothing && task.kind === 'step') return this.#done(alsoOutside);
		const entry = { ...task, n, at: now(), files, moves, inverse: plan.inverse };
		return (await this.#carryOut(entry)) ? this.#done(alsoOutside) : undefined;
	}

	async undo(): Promise<Outcome> {
		await this.ready();
		const entry = stacksOf(this.journal.entries).undo.at(-1);
		if (!entry) throw new StudioRefusal('There is nothing to undo.', 'go on');
		if (entry.final) {
			throw new StudioRefusal(
				`This cannot be undone: ${entry.final}.`,
				'change it by hand instead',
			);
		}
		return this.#reverse(entry, 'undo');
	}

	async redo(): Promise<Outcome> {
		await this.ready();
		const entry = stacksOf(this.journal.entries).redo.at(-1);
		if (!entry) throw new StudioRefusal('There is nothing to do again.', 'go on');
		return this.#reverse(entry, 'redo');
	}

	/** To the byte where all is as the entry left it; else what it did is taken out of what is there now. */
	async #reverse(entry: Entry, kind: 'undo' | 'redo'): Promise<Outcome> {
		const { title, deeds, inverse } = entry;
		const of = entry.of ?? entry.n;
		const task = { title, kind, of, deeds: inverse, inverse: deeds };
		if (!(await isUntouched(entry, this.store))) return this.step(task);
		const files = entry.files.map(back).reverse();
		const moves = entry.moves.map(({ from, to }) => ({ from: to, to: from })).reverse();
		const exact = { ...task, n: this.journal.nextNumber(), at: now(), files, moves };
		return (await this.#carryOut(exact)) ? this.#done([]) : this.step(task);
	}

	/** A whole file, as it was at another time. */
	async replace(file: string, text: string, title: string): Promise<Outcome> {
		await this.ready();
		const before = await this.store.read(file);
		const [n, hunks] = [this.journal.nextNumber(), hunksOf(before?.text ?? '', text)];
		const change = { file, before: before?.sha ?? null, after: shaOf(text), hunks };
		const entry: Entry = {
			...{ n, at: now(), title, kind: 'step', files: [change], moves: [], deeds: [], inverse: [] },
		};
		if (change.before === change.after) return this.#done([]);
		if (await this.#carryOut(entry)) return this.#done([]);
		throw busy();
	}

	/** After other code has written: also what the studio itself remembers may have been erased. */
	async anew(): Promise<void> {
		this.journal = await this.readJournal();
		this.#seen.clear();
		this.#kept.clear();
		await this.eyes.look();
		this.revision++;
	}

	async #carryOut(entry: Entry): Promise<boolean> {
		const isDone = await carryOut(entry, this);
		if (!isDone) return false;
		const files = entry.files.map(({ file }) => file);
		this.eyes.wrote([...files, ...entry.moves.flatMap(({ from, to }) => [from, to])]);
		for (const file of files) {
			await this.see(file);
			if (leavesAll(entry)) this.#kept.add(file);
			else this.#kept.delete(file);
		}
		this.revision++;
		return true;
	}

	#done(alsoOutside: readonly string[]): Outcome {
		return { done: true, revision: this.revision, alsoOutside };
	}

	/** What is different from what the curator saw, in the files that the step has looked at. */
	#outside({ read }: Snapshot, book: Book): string[] {
		return [...read].flatMap(([file, now]) => {
			const seen = this.#seen.get(file);
			if (!this.#seen.has(file) || seen?.sha === now?.sha) return [];
			return outsideChanges(file, seen?.text, now?.text, book.idsOfFile(file));
		});
	}
}

function now(): string {
	return new Date().toISOString();
}
