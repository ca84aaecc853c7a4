import type { Json, Operation, SetOperation } from '../../contract/operations.ts';
import type { Hanging, PhotoView } from '../../contract/view.ts';
import { isMap, setValue, type Entry } from '../read.ts';
import { sectionsOf, type Run } from './runs.ts';
import { bring } from './moves.ts';

type Texts = Readonly<Record<string, string>>;

/** A wall text at the head of what hangs under a heading. */
export function addText(gallery: string, { section, hangings }: Run, text: Texts): Operation[] {
	const item: Json = { ...(section === undefined ? {} : { section }), text };
	return [{ do: 'insert', gallery, list: 'photos', item, before: hangings[0]?.key ?? null }];
}

/** Each language of a wall text that is another by now. */
export function changeText(
	gallery: string,
	key: string,
	item: Json | undefined,
	texts: Texts,
): Operation[] {
	const entry = isMap(item) ? item : {};
	const of = { kind: 'text', gallery, key } as const;
	const op = setValue(of, entry, ['text'], texts);
	return JSON.stringify(op.was) === JSON.stringify(texts) ? [] : [op];
}

export function addSection(
	gallery: string,
	existing: readonly string[],
	title: Texts,
	source: string,
): Operation[] {
	const item = { id: idFor(title[source] ?? '', existing), title };
	return [{ do: 'insert', gallery, list: 'sections', item, before: null }];
}

/** A name for files and addresses: Latin letters of the title, or a number. */
export function idFor(title: string, existing: readonly string[]): string {
	const slug = title
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	const base = /^[a-z]/.test(slug) ? slug.slice(0, 40) : 'section';
	if (base !== 'section' && !existing.includes(base)) return base;
	for (let number = base === 'section' ? 1 : 2; ; number += 1) {
		if (!existing.includes(`${base}-${number}`)) return `${base}-${number}`;
	}
}

export function renameSection(
	gallery: string,
	section: Entry & { id: string },
	title: Texts,
): Operation[] {
	return [setValue({ kind: 'section', gallery, section: section.id }, section, ['title'], title)];
}

/** What hangs in it stays where it is, under the heading before. */
export function removeSection(
	gallery: string,
	hangings: readonly Hanging[],
	section: string,
): Operation[] {
	const belongs = sectionsOf(hangings);
	const first = belongs.indexOf(section);
	const keys = hangings.flatMap(({ key }, at) => (belongs[at] === section ? [key] : []));
	const after = hangings[belongs.lastIndexOf(section) + 1]?.key ?? null;
	const moves = bring(gallery, hangings, keys, {
		before: after,
		section: belongs[first - 1] ?? null,
	});
	return [...moves, { do: 'take', gallery, list: 'sections', key: section }];
}

/** A guest hangs here as its `ref:` says, at home as its entry does. */
export function hangAs(
	gallery: string,
	hangings: readonly Hanging[],
	photos: readonly PhotoView[],
	hang: 'lead' | 'row',
): SetOperation[] {
	const guests = new Map(hangings.flatMap((one) => (one.kind === 'ref' ? [[one.key, one]] : [])));
	const own = photos.filter(({ id }) => !guests.has(id));
	const others = photos.flatMap(({ id: key }) => {
		const guest = guests.get(key);
		const item = isMap(guest?.item) ? guest.item : {};
		const operation = setValue({ kind: 'text', gallery, key }, item, ['hang'], hang);
		return guest && guest.hang !== hang ? [operation] : [];
	});
	return [...setAll(own, ['hang'], hang), ...others];
}

export function setAll(
	photos: readonly PhotoView[],
	path: readonly string[],
	value: Json | undefined,
): SetOperation[] {
	return photos
		.map(({ id, entry }) => setValue({ kind: 'photo', photo: id }, entry, path, value))
		.filter((one) => JSON.stringify(one.was) !== JSON.stringify(one.value));
}
