import type {
	InsertOperation,
	Json,
	MoveOperation,
	TakeOperation,
} from '../../contract/operations.ts';
import type { Draft, Item, ListName } from '../draft.ts';
import { nextKey, type Plan } from '../plan.ts';
import { StudioRefusal } from '../studio-refusal.ts';
import { own } from '../text/value.ts';

/** Brings things on a wall to stand together, in their order, before another. */
export async function move(plan: Plan, operation: MoveOperation): Promise<void> {
	const { gallery, keys, before, section } = operation;
	const draft = await plan.listed(plan.book.gallery(gallery));
	const found = keys.map(
		(key) => plan.itemIn(draft, 'photos', key) ?? hung(plan, draft, gallery, key),
	);
	const items = found.filter((item) => item !== undefined);
	const target = anchor(draft, 'photos', before, items);
	const lost = keys.filter((_, index) => !found[index]);
	if (target === undefined) lost.push(before ?? '');
	for (const key of lost) plan.conflict(operation, `${key}, in ${gallery}`);
	if (lost.length > 0) return;
	for (const item of inOrder(draft, items)) takeBackMove(plan, operation, draft, item);
	draft.move('photos', items, target ?? undefined);
	if (section === undefined) return;
	for (const item of items) {
		if ((own(item.value, 'section') ?? null) === section) continue;
		draft.setIn('photos', item, ['section'], section ?? undefined);
	}
}

/** Out of the tray: it gets an entry, at the end first, from where it goes like the others. */
function hung(plan: Plan, draft: Draft, gallery: string, key: string): Item | undefined {
	const loose = plan.book.loose(key, gallery);
	if (!loose) return undefined;
	const item: Item = { key, value: { file: loose.name } };
	draft.insert('photos', item, undefined);
	plan.takeBack(() => ({ do: 'take', gallery, list: 'photos', key: draft.keyOf('photos', item) }));
	return item;
}

/** Back from the last to the first: then what each stood before stands there again already. */
function takeBackMove(plan: Plan, operation: MoveOperation, draft: Draft, item: Item): void {
	const { gallery, section } = operation;
	const next = draft.items('photos')![draft.items('photos')!.indexOf(item) + 1];
	const was = (own(item.value, 'section') ?? null) as string | null;
	plan.takeBack(() => ({
		...{ do: 'move', gallery, keys: [draft.keyOf('photos', item)] },
		before: next ? draft.keyOf('photos', next) : null,
		...(section === undefined ? {} : { section: was }),
	}));
}

function inOrder(draft: Draft, items: readonly Item[]): Item[] {
	return (draft.items('photos') ?? []).filter((item) => items.includes(item));
}

/** What comes after: the first from there on that stays where it is. Null: the end; undefined: it is gone. */
export function anchor(
	draft: Draft,
	list: ListName,
	before: string | null,
	moved: readonly Item[] = [],
): Item | null | undefined {
	if (before === null) return null;
	const items = draft.items(list) ?? [];
	const index = items.findIndex(({ key }) => key === before);
	if (index < 0) return undefined;
	return items.slice(index).find((item) => !moved.includes(item)) ?? null;
}

/** A wall text, a `ref:`, a section: never a photo of its own, whose file would have to be there. */
export async function insert(plan: Plan, operation: InsertOperation): Promise<void> {
	const { gallery, list, item: value, before } = operation;
	if (!isAddable(list, value)) throw notSo('added');
	const place = plan.book.gallery(gallery);
	const draft = list === 'photos' ? await plan.listed(place) : await plan.draft(place.file);
	const target = anchor(draft, list, before);
	const id = own(value, 'id');
	const isTaken = list === 'sections' && plan.itemIn(draft, list, String(id)) !== undefined;
	if (target === undefined || isTaken) {
		return plan.conflict(operation, `${isTaken ? String(id) : before}, in ${gallery}`);
	}
	const item: Item = { key: String(id ?? own(value, 'ref') ?? ''), value };
	draft.insert(list, item, target ?? undefined);
	plan.takeBack(() => ({ do: 'take', gallery, list, key: draft.keyOf(list, item) }));
}

function isAddable(list: ListName, item: Json): boolean {
	if (list === 'sections') return typeof own(item, 'id') === 'string';
	return own(item, 'file') === undefined && (own(item, 'ref') ?? own(item, 'text')) !== undefined;
}

export async function takeOut(plan: Plan, operation: TakeOperation): Promise<void> {
	const { gallery, list, key } = operation;
	const draft = await plan.draft(plan.book.gallery(gallery).file);
	const item = plan.itemIn(draft, list, key);
	// Somebody else took it already.
	if (!item) return;
	if (!isAddable(list, item.value) && !isBare(item.value)) throw notSo('taken away');
	const hangs = draft.items('photos')?.some(({ value }) => own(value, 'section') === key);
	if (list === 'sections' && hangs) {
		throw new StudioRefusal(
			`Something hangs in the section ${key}.`,
			'move what hangs in it to another section first',
		);
	}
	const [before, { value }] = [nextKey(draft, list, item), item];
	draft.take(list, item);
	const isPhoto = list === 'photos' && isBare(value);
	plan.takeBack(() =>
		isPhoto
			? { do: 'move', gallery, keys: [key], before }
			: { do: 'insert', gallery, list, item: value, before },
	);
}

/** A photo of which nothing is said yet: without its entry it is back in the tray. */
function isBare(item: Json): boolean {
	const said = Object.keys(item as object).filter(
		(key) => !['section', 'hang', 'status'].includes(key),
	);
	return said.length === 1 && said[0] === 'file';
}

function notSo(what: string): StudioRefusal {
	return new StudioRefusal(
		`Only wall texts, photos of other galleries and sections are ${what} like this.`,
		'use Import to add photos, and Remove to remove one',
	);
}
