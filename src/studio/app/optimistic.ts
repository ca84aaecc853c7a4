import type { Json, Operation, StoryOperation, Subject } from '../contract/operations.ts';
import type { GalleryView, Hanging, View } from '../contract/view.ts';
import { isMap, sections, without, type Entry } from './read.ts';

/** The view as it will be when the server has written it; what only a server knows stays as it is until then. */
export function foreseen(view: View, operations: readonly Operation[]): View {
	return operations.reduce(apply, view);
}

function apply(view: View, operation: Operation): View {
	if (operation.do === 'set') return set(view, operation.of, operation.path, operation.value);
	if (operation.do === 'story') return story(view, operation);
	if (operation.do === 'move') {
		const { gallery, keys, before, section } = operation;
		return inGallery(view, gallery, (one) => ({
			...one,
			hangings: moved(one.hangings, keys, before, section),
		}));
	}
	if (operation.do === 'take' && operation.list === 'photos') {
		return inGallery(view, operation.gallery, (one) => ({
			...one,
			hangings: one.hangings.filter(({ key }) => key !== operation.key),
		}));
	}
	return view;
}

function inGallery(view: View, id: string, change: (gallery: GalleryView) => GalleryView): View {
	return { ...view, galleries: view.galleries.map((one) => (one.id === id ? change(one) : one)) };
}

/** The keys together, before another or at the end. A key that did not hang yet hangs from now on. */
export function moved(
	hangings: readonly Hanging[],
	keys: readonly string[],
	before: string | null,
	section?: string | null,
): Hanging[] {
	const going = keys.map((key) => {
		const one = hangings.find((hanging) => hanging.key === key);
		const hanging: Hanging = one ?? { key, kind: 'photo', hang: 'row' };
		return section === undefined ? hanging : { ...hanging, section: section ?? undefined };
	});
	const rest = hangings.filter(({ key }) => !keys.includes(key));
	const at = before === null ? -1 : rest.findIndex(({ key }) => key === before);
	return at < 0 ? [...rest, ...going] : [...rest.slice(0, at), ...going, ...rest.slice(at)];
}

function set(view: View, of: Subject, path: readonly string[], value: Json | undefined): View {
	const source = view.languages[0];
	const write = (entry: Entry) => withValue(entry, path, value, source);
	if (of.kind === 'exhibition') return { ...view, exhibition: write(view.exhibition) };
	if (of.kind === 'photo') return ofPhoto(view, of.photo, path, write, value);
	return inGallery(view, of.gallery, (gallery) => {
		if (of.kind === 'gallery') return { ...gallery, entry: write(gallery.entry) };
		if (of.kind === 'text') return { ...gallery, hangings: texts(gallery, of.key, write) };
		const list = sections(gallery.entry).map((one) => (one.id === of.section ? write(one) : one));
		return { ...gallery, entry: { ...gallery.entry, sections: list } };
	});
}

function texts(gallery: GalleryView, key: string, write: (entry: Entry) => Entry): Hanging[] {
	return gallery.hangings.map((one) => {
		if (one.key !== key || !isMap(one.item)) return one;
		const item = write(one.item);
		return { ...one, item, hang: item.hang === 'lead' ? 'lead' : 'row' };
	});
}

function ofPhoto(
	view: View,
	id: string,
	path: readonly string[],
	write: (entry: Entry) => Entry,
	value: Json | undefined,
): View {
	const photos = view.photos.map((one) =>
		one.id === id ? { ...one, entry: write(one.entry) } : one,
	);
	if (path[0] !== 'hang') return { ...view, photos };
	const hang = value === 'lead' ? 'lead' : 'row';
	const galleries = view.galleries.map((gallery) => ({
		...gallery,
		hangings: gallery.hangings.map((one) =>
			one.key === id && one.kind === 'photo' ? ({ ...one, hang } as const) : one,
		),
	}));
	return { ...view, photos, galleries };
}

function story(view: View, { story: id, lang, text }: StoryOperation): View {
	const others = view.stories.filter((one) => one.id !== id || one.lang !== lang);
	return { ...view, stories: text === undefined ? others : [...others, { id, lang, text }] };
}

/**
 * A copy with a value at a path, or without it; maps on the way are made. A plain text that gets a second
 * language is what `source` says from then on.
 */
export function withValue(
	entry: Entry,
	[key, ...rest]: readonly string[],
	value: Json | undefined,
	source = '',
): Entry {
	if (key === undefined) return entry;
	const inner = entry[key];
	const around = isMap(inner) ? inner : typeof inner === 'string' ? { [source]: inner } : {};
	const next = rest.length ? withValue(around, rest, value, source) : value;
	return next === undefined ? without(entry, key) : { ...entry, [key]: next };
}
