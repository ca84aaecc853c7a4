import type { Json, SetOperation, Subject } from '../contract/operations.ts';
import type { View } from '../contract/view.ts';

export type Entry = { readonly [key: string]: Json };

/** Is it a map of keys? */
export function isMap(value: Json | undefined): value is Entry {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function at(value: Json | undefined, path: readonly string[]): Json | undefined {
	return path.reduce<Json | undefined>((one, key) => (isMap(one) ? one[key] : undefined), value);
}

/** What a curator reads of a text in a language: a plain string is in the source language. */
export function textIn(value: Json | undefined, lang: string, source: string): string {
	if (isMap(value)) return String(value[lang] ?? '');
	return lang === source && typeof value === 'string' ? value : '';
}

/**
 * What holds at a place of which an entry says nothing. A text in one language, or a part of a credit or a place, takes
 * the stead of all that was there before.
 */
export function heldAt(
	entry: Entry | undefined,
	shown: Entry | undefined,
	path: readonly string[],
): Json | undefined {
	const own = at(entry, path.slice(0, 1));
	const says = isMap(own)
		? Object.keys(own).some((key) => key !== 'precision')
		: own !== undefined && own !== null;
	return says ? undefined : at(shown, path);
}

/** As written; undefined: there is no such thing any more. */
export function entryOf(view: View, of: Subject): Entry | undefined {
	if (of.kind === 'exhibition') return view.exhibition;
	if (of.kind === 'photo') return view.photos.find(({ id }) => id === of.photo)?.entry;
	const gallery = view.galleries.find(({ id }) => id === of.gallery);
	if (of.kind === 'gallery') return gallery?.entry;
	if (of.kind === 'section') return sections(gallery?.entry).find(({ id }) => id === of.section);
	const item = gallery?.hangings.find(({ key }) => key === of.key)?.item;
	return isMap(item) ? item : undefined;
}

/** Sections of a gallery's file, in its order. */
export function sections(entry: Entry | undefined): (Entry & { id: string })[] {
	const list = entry?.sections;
	if (!Array.isArray(list)) return [];
	return list.filter(
		(one): one is Entry & { id: string } => isMap(one) && typeof one.id === 'string',
	);
}

/** One text in one language as an operation. Where it is a plain string, that is what the source says. */
export function setText(
	of: Subject,
	entry: Entry | undefined,
	{ field, lang, source }: { field: readonly string[]; lang: string; source: string },
	text: string,
): SetOperation {
	const was = textIn(at(entry, field), lang, source);
	const path = [...field, lang];
	return { do: 'set', of, path, ...(was ? { was } : {}), ...(text ? { value: text } : {}) };
}

export function setValue(
	of: Subject,
	entry: Entry | undefined,
	path: readonly string[],
	value: Json | undefined,
): SetOperation {
	const was = at(entry, path);
	return {
		do: 'set',
		of,
		path,
		...(was === undefined ? {} : { was }),
		...(value === undefined ? {} : { value }),
	};
}

/** A name for it that a curator knows: its title, or what it is called in the files. */
export function titleOf(entry: Entry | undefined, name: string, lang: string, source: string) {
	const title = entry?.title;
	return textIn(title, lang, source) || textIn(title, source, source) || name;
}

export function same(one: Json | undefined, other: Json | undefined): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** A text by language, whichever way it is written. */
export function allTexts(value: Json | undefined, source: string): Record<string, string> {
	if (typeof value === 'string') return { [source]: value };
	if (!isMap(value)) return {};
	return Object.fromEntries(Object.entries(value).map(([lang, text]) => [lang, String(text)]));
}

export function without<T extends object, K extends keyof T>(one: T, key: K): Omit<T, K> {
	return Object.fromEntries(Object.entries(one).filter(([other]) => other !== key)) as Omit<T, K>;
}

export function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
	return new Map(all.map((one) => [one.id, one]));
}
