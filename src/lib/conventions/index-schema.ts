import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';

/** What `exhibition.json` says of itself; it goes up when a key changes its meaning or goes. */
export const version = 1;

const o = v.optional;
const text = v.pipe(
	v.record(v.string(), v.string()),
	v.description('A text by language (BCP 47).'),
);
const address = v.pipe(v.string(), v.description('An address relative to this file.'));
const url = v.pipe(v.string(), v.description('An absolute address.'));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const id = v.pipe(v.string(), v.minLength(1));

const noteKinds = [
	...(['violence', 'exploitation', 'death', 'sexual_violence', 'distress', 'other'] as const),
];

const contentNotes = v.pipe(
	v.array(
		v.strictObject({
			kind: v.picklist(noteKinds),
			text: o(text),
		}),
	),
	v.description('To be shown before what it stands with, which the reader then chooses to see.'),
);

const hanging = v.variant('kind', [
	v.strictObject({
		kind: v.literal('photo'),
		photo: id,
		hang: v.picklist(['lead', 'row']),
		section: o(id),
	}),
	v.strictObject({ kind: v.literal('text'), text, section: o(id) }),
]);

const gallery = v.strictObject({
	id,
	pages: v.record(v.string(), address),
	title: text,
	summary: o(text),
	text: o(text),
	cover: o(id),
	content_notes: contentNotes,
	support: o(text),
	sections: v.array(v.strictObject({ id, title: o(text) })),
	hangings: v.array(hanging),
});

const rendition = v.strictObject({
	address,
	type: v.picklist(['image/avif', 'image/jpeg']),
	width: v.pipe(v.number(), v.integer(), v.minValue(1)),
	height: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const place = v.strictObject({
	name: o(text),
	city: o(text),
	region: o(text),
	country: o(v.pipe(v.string(), v.description('ISO 3166-1 alpha-2.'))),
	point: o(
		v.pipe(v.array(v.number()), v.length(2), v.description('Latitude, longitude in degrees.')),
	),
});

const credit = v.strictObject({
	photographer: o(v.pipe(id, v.description('A key of `photographers`.'))),
	creator: o(v.string()),
	line: o(text),
	copyright: o(text),
});

const photo = v.strictObject({
	id,
	gallery: v.pipe(id, v.description('The gallery of its canonical page.')),
	pages: v.record(v.string(), address),
	title: o(text),
	caption: o(text),
	alt: o(text),
	description: o(text),
	transcript: o(text),
	credit,
	licence: o(v.strictObject({ url: o(url), acquire: o(url) })),
	reuse: o(
		v.pipe(
			v.picklist(['here', 'press']),
			v.description('What the people shown allow: shown here only, or the press may ask.'),
		),
	),
	date: o(v.strictObject({ value: v.string(), precision: v.picklist(['year', 'month', 'day']) })),
	place: o(place),
	people: v.pipe(v.array(id), v.description('Keys of `people`: those who agreed to be linked.')),
	keywords: v.array(v.string()),
	covered: v.pipe(
		v.boolean(),
		v.description('Part of the picture is covered to protect a person.'),
	),
	until: o(
		v.pipe(day, v.description('The last day on which it may be shown: remove your copy after it.')),
	),
	content_notes: contentNotes,
	digital_source_type: o(v.string()),
	width: v.number(),
	height: v.number(),
	colour: o(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/))),
	renditions: v.array(rendition),
});

export const indexSchema = v.strictObject({
	$schema: v.string(),
	version: v.literal(version),
	title: text,
	summary: o(text),
	languages: v.pipe(v.array(v.string()), v.description('The first is the source.')),
	public_url: o(url),
	content_notes: contentNotes,
	organisation: o(v.strictObject({ name: o(text), address: o(text) })),
	venues: v.array(
		v.strictObject({
			name: text,
			address: o(text),
			from: o(day),
			until: o(day),
			hours: o(text),
		}),
	),
	galleries: v.array(gallery),
	photos: v.array(photo),
	stories: v.array(
		v.strictObject({
			id,
			kind: v.picklist(['story', 'news', 'event']),
			date: o(v.string()),
			pages: v.record(v.string(), address),
			title: text,
			summary: o(text),
			photos: v.array(id),
			content_notes: contentNotes,
		}),
	),
	photographers: v.record(
		v.string(),
		v.strictObject({ name: text, biography: o(text), statement: o(text), url: o(url) }),
	),
	people: v.record(v.string(), v.strictObject({ name: text, name_changed: v.boolean() })),
});

export type PublishedIndex = v.InferOutput<typeof indexSchema>;

/** The same as JSON Schema (2020-12), for those who read `exhibition.json`. */
export function publishedSchema(): Record<string, unknown> {
	const schema = toJsonSchema(indexSchema, { target: 'draft-2020-12' });
	return { ...schema, title: 'An exhibition hung by Nigoh' };
}
