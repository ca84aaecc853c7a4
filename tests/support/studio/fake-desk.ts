import { foreseen } from '../../../src/studio/app/optimistic.ts';
import { at, entryOf, isMap, same, type Entry } from '../../../src/studio/app/read.ts';
import type {
	Conflict,
	InsertOperation,
	Json,
	Operation,
	Outcome,
	SetOperation,
	Step,
} from '../../../src/studio/contract/operations.ts';
import type { HistoryEntry, View } from '../../../src/studio/contract/view.ts';

/** A desk in memory that answers as the real one does, with less care. */
export class FakeDesk {
	#before: { view: View; title: string }[] = [];
	#after: { view: View; title: string }[] = [];
	readonly steps: Step[] = [];

	constructor(public view: View) {}

	change(step: Step): Outcome {
		const conflicts = this.#conflicts(step.operations);
		if (conflicts.length) return { done: false, conflicts };
		this.steps.push(step);
		this.#before.push({ view: this.view, title: step.title });
		this.#after = [];
		return this.#become(step.operations.reduce(apply, this.view));
	}

	undo(): Outcome {
		return this.#turn(this.#before, this.#after);
	}

	redo(): Outcome {
		return this.#turn(this.#after, this.#before);
	}

	get history(): HistoryEntry[] {
		const entry =
			(undone: boolean) =>
			({ title }: { title: string }, number: number) => ({
				...{ number, title, at: new Date(0).toISOString(), undone },
			});
		return [...this.#after.map(entry(true)), ...this.#before.map(entry(false)).reverse()];
	}

	#turn(from: { view: View; title: string }[], to: { view: View; title: string }[]): Outcome {
		const one = from.pop();
		if (!one) return { done: true, revision: this.view.revision, alsoOutside: [] };
		to.push({ view: this.view, title: one.title });
		return this.#become(one.view);
	}

	#become(view: View): Outcome {
		const revision = this.view.revision + 1;
		const [canUndo, canRedo] = [this.#before.at(-1)?.title, this.#after.at(-1)?.title];
		this.view = { ...view, revision, canUndo, canRedo };
		return { done: true, revision, alsoOutside: [] };
	}

	#conflicts(operations: readonly Operation[]): Conflict[] {
		let view = this.view;
		return operations.flatMap((operation): Conflict[] => {
			const theirs = operation.do === 'set' ? said(view, operation) : undefined;
			view = apply(view, operation);
			if (operation.do !== 'set' || same(theirs, operation.was)) return [];
			const place = `${operation.path.join(', ')}, of ${JSON.stringify(operation.of)}`;
			return [{ operation, place, base: operation.was, yours: operation.value, theirs }];
		});
	}
}

/** A plain text is in the source language. */
function said(view: View, { of, path }: SetOperation): Json | undefined {
	const entry = entryOf(view, of);
	const around = at(entry, path.slice(0, -1));
	const isSource = path.length > 1 && path.at(-1) === view.languages[0];
	return typeof around === 'string' && isSource ? around : at(entry, path);
}

let count = 0;

function apply(view: View, operation: Operation): View {
	if (operation.do === 'insert') return insert(view, operation);
	if (operation.do === 'rehome' || operation.do === 'remove') return without(view, operation.photo);
	if (operation.do === 'take' && operation.list === 'sections') {
		const keep = (one: Entry) => one.id !== operation.key;
		return ofGallery(view, operation.gallery, (one) => {
			const sections = ((one.entry.sections ?? []) as Entry[]).filter(keep);
			return { ...one, entry: { ...one.entry, sections } };
		});
	}
	return foreseen(view, [operation]);
}

function ofGallery(
	view: View,
	id: string,
	change: (one: View['galleries'][number]) => View['galleries'][number],
): View {
	return { ...view, galleries: view.galleries.map((one) => (one.id === id ? change(one) : one)) };
}

function insert(view: View, { gallery, list, item, before }: InsertOperation): View {
	const entry = isMap(item) ? item : {};
	return ofGallery(view, gallery, (one) => {
		if (list === 'sections') {
			const sections = [...((one.entry.sections ?? []) as Entry[]), entry];
			return { ...one, entry: { ...one.entry, sections } };
		}
		const key = typeof entry.ref === 'string' ? entry.ref : `text-new${(count += 1)}`;
		const kind = typeof entry.ref === 'string' ? 'ref' : 'text';
		const hanging = {
			key,
			kind,
			hang: 'row',
			item,
			section: entry.section as string | undefined,
		} as const;
		const place =
			before === null
				? one.hangings.length
				: one.hangings.findIndex((other) => other.key === before);
		return { ...one, hangings: one.hangings.toSpliced(place, 0, hanging) };
	});
}

function without(view: View, photo: string): View {
	const galleries = view.galleries.map((one) => ({
		...one,
		hangings: one.hangings.filter(({ key }) => key !== photo),
	}));
	return { ...view, galleries, photos: view.photos.filter(({ id }) => id !== photo) };
}
