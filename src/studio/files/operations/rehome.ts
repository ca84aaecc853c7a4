import type { RehomeOperation } from '../../contract/operations.ts';
import type { GalleryPlace, PhotoPlace } from '../book.ts';
import type { Draft, Item } from '../draft.ts';
import { nextKey, type Plan } from '../plan.ts';
import { StudioRefusal } from '../studio-refusal.ts';
import { isMap, own } from '../text/value.ts';
import { companions, entryFor } from './belongings.ts';
import { anchor, move, takeOut } from './hang.ts';

/** A photo, its entry and all that belongs to it go into another gallery's folder. */
export async function rehome(plan: Plan, operation: RehomeOperation): Promise<void> {
	const { photo, gallery, before } = operation;
	const [from, to] = [plan.photo(photo), plan.book.gallery(gallery)];
	if (from.gallery.id === gallery)
		return move(plan, { do: 'move', gallery, keys: [photo], before });
	const source = await plan.draft(from.gallery.file);
	const found = await entryFor(plan, photo);
	if (!found) return plan.conflict(operation, `${photo}, in ${from.gallery.id}`);
	const target = await plan.listed(to);
	await removeGuest(plan, to, target, photo);
	const place = anchor(target, 'photos', before);
	if (place === undefined) return plan.conflict(operation, `${before}, in ${gallery}`);
	await moveFiles(plan, from, to, found);
	takeBack(plan, operation, from, source, found);
	if (found.isWritten) source.take('photos', found.item);
	target.insert('photos', found.item, place ?? undefined);
	// Sections are a gallery's own.
	if (own(found.item.value, 'section') !== undefined) {
		target.setIn('photos', found.item, ['section'], undefined);
	}
	const file = to.folder === '' ? from.name : `${to.folder}/${from.name}`;
	plan.rehomed.set(photo, { ...from, gallery: to, file });
}

type Found = NonNullable<Awaited<ReturnType<typeof entryFor>>>;

function takeBack(
	plan: Plan,
	{ photo }: RehomeOperation,
	from: PhotoPlace,
	source: Draft,
	{ item, isWritten }: Found,
): void {
	const section = own(item.value, 'section');
	const before = isWritten ? nextKey(source, 'photos', item) : null;
	if (section !== undefined) {
		const of = { kind: 'photo', photo } as const;
		plan.takeBack(() => ({ do: 'set', of, path: ['section'], value: section }));
	}
	plan.takeBack(() => ({ do: 'rehome', photo, gallery: from.gallery.id, before }));
}

/** It hung there as a guest: it does not hang twice. */
async function removeGuest(
	plan: Plan,
	to: GalleryPlace,
	target: Draft,
	photo: string,
): Promise<void> {
	const guest = target.items('photos')?.find(({ value }) => own(value, 'ref') === photo);
	if (!guest) return;
	await takeOut(plan, { do: 'take', gallery: to.id, list: 'photos', key: guest.key });
}

async function moveFiles(
	plan: Plan,
	from: PhotoPlace,
	to: GalleryPlace,
	{ item }: { item: Item },
): Promise<void> {
	const audio = own(item.value, 'audio');
	const told = isMap(audio) ? Object.values(audio).map(String) : [];
	const there = new Set((await plan.reading.names(to.folder)).map(folded));
	for (const name of [from.name, ...(await companions(plan, from, told))]) {
		if (there.has(folded(name))) throw taken(name, to);
		const within = ({ folder }: GalleryPlace) => (folder === '' ? name : `${folder}/${name}`);
		plan.moves.push({ from: within(from.gallery), to: within(to) });
	}
}

/** Names that are one on some computers. */
function folded(name: string): string {
	return name.normalize('NFC').toLowerCase();
}

function taken(name: string, { id }: GalleryPlace): StudioRefusal {
	return new StudioRefusal(
		`There is a file "${name}" in ${id} already.`,
		'rename one of the two files first',
	);
}
