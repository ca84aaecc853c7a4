import type { RemoveOperation } from '../../contract/operations.ts';
import type { ReturnOperation } from '../journal.ts';
import { own as studioFolder } from '../paths.ts';
import { nextKey, type Plan } from '../plan.ts';
import { own } from '../text/value.ts';
import { companions, entryFor } from './belongings.ts';
import { anchor, takeOut } from './hang.ts';
import { set } from './set.ts';

/** A photo's file goes into the trash, its entry away, and it hangs nowhere else either. */
export async function remove(plan: Plan, operation: RemoveOperation): Promise<void> {
	const { photo } = operation;
	const place = plan.photo(photo);
	const found = await entryFor(plan, photo);
	if (!found) return plan.conflict(operation, `${photo}, in ${place.gallery.id}`);
	await forgetElsewhere(plan, photo);
	const draft = await plan.draft(place.gallery.file);
	const folder = place.gallery.folder === '' ? '' : `${place.gallery.folder}/`;
	const moves = [place.name, ...(await companions(plan, place))].map((name) => ({
		from: folder + name,
		to: `${studioFolder}/trash/${plan.number}/${folder}${name}`,
	}));
	plan.moves.push(...moves);
	const { item, isWritten } = found;
	const back: ReturnOperation = {
		...{ do: 'return', photo, gallery: place.gallery.id, item: item.value },
		before: isWritten ? nextKey(draft, 'photos', item) : null,
		moves: moves.map(({ from, to }) => ({ from: to, to: from })),
	};
	plan.takeBack(() => back);
	if (isWritten) draft.take('photos', item);
}

async function forgetElsewhere(plan: Plan, photo: string): Promise<void> {
	for (const { id: gallery } of plan.book.coverOf(photo)) {
		const of = { kind: 'gallery', gallery } as const;
		await set(plan, { do: 'set', of, path: ['cover'], was: photo });
	}
	for (const { id: gallery, file } of plan.book.guestIn(photo)) {
		const items = (await plan.draft(file)).items('photos') ?? [];
		for (const { key } of items.filter(({ value }) => own(value, 'ref') === photo)) {
			await takeOut(plan, { do: 'take', gallery, list: 'photos', key });
		}
	}
}

/** A removed photo comes back from the trash. */
export async function bringBack(plan: Plan, operation: ReturnOperation): Promise<void> {
	const { photo, gallery, item: value, before, moves } = operation;
	const draft = await plan.listed(plan.book.gallery(gallery));
	const target = anchor(draft, 'photos', before);
	if (plan.itemIn(draft, 'photos', photo))
		return plan.conflict(operation, `${photo}, in ${gallery}`);
	plan.moves.push(...moves);
	// What it stood before may be gone: then it hangs at the end.
	draft.insert('photos', { key: photo, value }, target ?? undefined);
	plan.takeBack(() => ({ do: 'remove', photo }));
}
