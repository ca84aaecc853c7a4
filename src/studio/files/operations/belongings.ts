import { sidecarsOf } from '../../../lib/server/content/hang.ts';
import { isPicture } from '../../../lib/server/content/tree.ts';
import type { PhotoPlace } from '../book.ts';
import type { Item } from '../draft.ts';
import type { Plan } from '../plan.ts';
import { entryOf } from './place.ts';

/** A photo's entry, or what would be its entry where all pictures of a folder hang. */
export async function entryFor(
	plan: Plan,
	photo: string,
): Promise<{ item: Item; isWritten: boolean } | undefined> {
	const { gallery, name, isLoose } = plan.photo(photo);
	const draft = await plan.draft(gallery.file);
	const item = entryOf(draft, photo);
	if (item) return { item, isWritten: true };
	if (draft.items('photos') && !isLoose) return undefined;
	return { item: { key: photo, value: { file: name } }, isWritten: false };
}

/** Files that go where a photo goes: what is said of it beside it, its recordings. */
export async function companions(
	plan: Plan,
	{ gallery, name }: PhotoPlace,
	told: readonly string[] = [],
): Promise<string[]> {
	const files = new Set(await plan.reading.names(gallery.folder));
	const stem = (file: string) => file.replace(/\.[^.]*$/, '');
	const isShared = [...files].some(
		(other) => other !== name && isPicture(other) && stem(other) === stem(name),
	);
	const beside = sidecarsOf({ files }, name).filter(
		(file) => !isShared || file.startsWith(`${name}.`),
	);
	return [...beside, ...new Set(told.filter((file) => files.has(file)))];
}
