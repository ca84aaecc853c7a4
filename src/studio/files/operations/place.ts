import type { Json, Subject } from '../../contract/operations.ts';
import type { Draft, Item, ListName } from '../draft.ts';
import type { Plan } from '../plan.ts';
import { StudioRefusal } from '../studio-refusal.ts';
import { own, type Values } from '../text/value.ts';

/** Where a subject's values stand. */
export interface Place {
	value: Json | undefined;
	set(path: readonly string[], value: Json | undefined): Promise<void>;
	/** The subject by its name of then. */
	subject(): Subject;
}

/** Undefined: it is not there any more. */
export async function placeOf(plan: Plan, of: Subject): Promise<Place | undefined> {
	switch (of.kind) {
		case 'exhibition':
			return exhibitionPlace(plan, of);
		case 'gallery':
			return ownPlace(await plan.draft(plan.book.gallery(of.gallery).file), of);
		case 'photo':
			return photoPlace(plan, of);
		case 'section':
			return itemPlace(await plan.draft(plan.book.gallery(of.gallery).file), 'sections', of);
		case 'text':
			return itemPlace(await plan.draft(plan.book.gallery(of.gallery).file), 'photos', of);
	}
}

async function exhibitionPlace(plan: Plan, of: Subject): Promise<Place> {
	const file = 'exhibition.yaml';
	const draft = await plan.draft(file);
	if (!plan.drafts.get(file)?.isNew) return ownPlace(draft, of);
	throw new StudioRefusal(
		'This folder has no exhibition.yaml yet, so there is nothing to write this into.',
		'make one first with "New exhibition": it also asks for consent',
		file,
	);
}

function ownPlace(draft: Draft, of: Subject): Place {
	return {
		value: draft.values as Values,
		set: async (path, value) => draft.setOwn(path, value),
		subject: () => of,
	};
}

type InList = Extract<Subject, { kind: 'section' | 'text' }>;

function itemPlace(draft: Draft, list: ListName, of: InList): Place | undefined {
	const key = of.kind === 'section' ? of.section : of.key;
	const item = draft.items(list)?.find((one) => one.key === key);
	if (!item) return undefined;
	const subject = (): Subject => {
		const now = draft.keyOf(list, item);
		return of.kind === 'section' ? { ...of, section: now } : { ...of, key: now };
	};
	return {
		value: item.value,
		set: async (path, value) => draft.setIn(list, item, path, value),
		subject,
	};
}

async function photoPlace(
	plan: Plan,
	of: Extract<Subject, { kind: 'photo' }>,
): Promise<Place | undefined> {
	const { gallery, name } = plan.photo(of.photo);
	const draft = await plan.draft(gallery.file);
	let item = entryOf(draft, of.photo);
	const isLoose = plan.photo(of.photo).isLoose;
	if (!item && draft.items('photos') && !isLoose) return undefined;
	return {
		value: item?.value ?? {},
		set: async (path, value) => {
			item ??= isLoose
				? shelved(plan, draft, of.photo)
				: entryOf(await plan.listed(gallery), of.photo);
			if (!item) throw new Error(`no entry of ${name}`);
			draft.setIn('photos', item, path, value);
		},
		subject: () => ({ kind: 'photo', photo: String(own(item?.value, 'id') ?? of.photo) }),
	};
}

/** Whoever writes about a photo of the tray has not hung it for that. */
function shelved(plan: Plan, draft: Draft, photo: string): Item {
	const { gallery, name } = plan.photo(photo);
	const item: Item = { key: photo, value: { file: name, status: 'draft' } };
	draft.insert('photos', item, undefined);
	plan.takeBack(() => ({ do: 'take', gallery: gallery.id, list: 'photos', key: photo }));
	return item;
}

/** A photo's own entry: a `ref:` to it goes by the same id. */
export function entryOf(draft: Draft, photo: string): Item | undefined {
	const isOf = ({ key, value }: Item) => key === photo && own(value, 'file') !== undefined;
	return draft.items('photos')?.find(isOf);
}
