import * as v from 'valibot';
import type { Json, Operation, Step, Subject } from '../contract/operations.ts';
import type { Versioned } from './desk.ts';

/** Of photos, galleries, sections, stories: names, never paths. */
export const id = v.pipe(
	v.string(),
	v.minLength(1),
	v.maxLength(200),
	v.regex(/^[^/\\:\p{Cc}]+$/u),
	v.check((text) => !/^\.+$/.test(text)),
);
export const ids = v.pipe(v.array(id), v.maxLength(10_000));
const lang = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,35}$/));
const title = v.pipe(v.string(), v.maxLength(400));
const before = v.nullable(id);
/** Whatever came out of JSON is that; its depth was looked at. */
const json = v.custom<Json>((value) => value !== undefined);
const key = v.pipe(
	v.string(),
	v.minLength(1),
	v.maxLength(200),
	v.check((text) => !['__proto__', 'constructor', 'prototype'].includes(text)),
);
const path = v.pipe(v.array(key), v.minLength(1), v.maxLength(12));
const text = v.pipe(v.string(), v.maxLength(4_000_000));

export const subject: v.GenericSchema<unknown, Subject> = v.variant('kind', [
	v.strictObject({ kind: v.literal('exhibition') }),
	v.strictObject({ kind: v.literal('gallery'), gallery: id }),
	v.strictObject({ kind: v.literal('section'), gallery: id, section: id }),
	v.strictObject({ kind: v.literal('photo'), photo: id }),
	v.strictObject({ kind: v.literal('text'), gallery: id, key: id }),
]);

const story = v.strictObject({ kind: v.literal('story'), story: id, lang });
export const versioned: v.GenericSchema<unknown, Versioned> = v.union([subject, story]);

const list = v.picklist(['photos', 'sections']);
const optional = v.optional;
export const operation: v.GenericSchema<unknown, Operation> = v.variant('do', [
	v.strictObject({
		...{ do: v.literal('set'), of: subject, path },
		...{ was: optional(json), value: optional(json) },
	}),
	v.strictObject({
		...{ do: v.literal('move'), gallery: id, keys: ids, before },
		section: optional(v.nullable(id)),
	}),
	v.strictObject({ do: v.literal('insert'), gallery: id, list, item: json, before }),
	v.strictObject({ do: v.literal('take'), gallery: id, list, key: id }),
	v.strictObject({ do: v.literal('rehome'), photo: id, gallery: id, before }),
	v.strictObject({ do: v.literal('remove'), photo: id }),
	v.strictObject({
		...{ do: v.literal('story'), story: id, lang },
		...{ was: optional(text), text: optional(text) },
	}),
]);

export const step: v.GenericSchema<unknown, Step> = v.strictObject({
	operations: v.pipe(v.array(operation), v.minLength(1), v.maxLength(20_000)),
	title,
});

export const enter = v.strictObject({ token: v.pipe(v.string(), v.maxLength(200)) });
export const nothing = v.strictObject({});
export const restore = v.strictObject({
	of: versioned,
	version: v.pipe(v.string(), v.regex(/^[\w.:-]{1,200}$/)),
});
export const seal = v.strictObject({ photos: v.pipe(ids, v.minLength(1)) });
export const withdraw = v.strictObject({
	photos: optional(ids),
	person: optional(id),
	ref: optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
	erase: v.boolean(),
});
export const markdown = v.strictObject({ story: id, lang, text });
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));
export const preview = v.strictObject({ asOf: optional(day) });
/** A curator chooses where an exhibition lies: the only paths that are taken. */
const folder = v.pipe(v.string(), v.minLength(1), v.maxLength(1000), v.regex(/^\P{Cc}+$/u));
export const open = v.strictObject({ folder });
export const begin = v.strictObject({
	folder,
	title: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
	languages: v.pipe(v.array(lang), v.minLength(1), v.maxLength(40)),
	organisation: v.pipe(v.string(), v.maxLength(400)),
});
