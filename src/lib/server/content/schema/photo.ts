import * as v from 'valibot';
import {
	between,
	country,
	day,
	fileName,
	flag,
	fraction,
	id,
	isMap,
	line,
	list,
	map,
	oneOf,
	pair,
	partialDate,
	say,
	text,
	url,
	whole,
} from './base.ts';
import { regionFits } from './region.ts';

const o = v.optional;

export const warning = map({
	kind: oneOf(['violence', 'exploitation', 'death', 'sexual_violence', 'distress', 'other']),
	text: o(text),
});
export const status = oneOf(['draft', 'published']);
const audio = v.record(
	v.string(),
	fileName,
	say('must be recordings by language', 'write for example { en: mariam.mp3 }'),
);

export const consent = map({
	status: oneOf(['given', 'unknown', 'refused', 'withdrawn', 'not_needed']),
	ref: o(line),
	scope: o(list(oneOf(['web', 'kiosk', 'print', 'social', 'press']))),
	identifiable: o(
		v.picklist(
			['yes', 'no'],
			say(
				'must be yes or no',
				'write yes or no, without quotes: true and false are not these words',
			),
		),
	),
	guardian: o(flag),
	given_on: o(day),
	expires_on: o(day),
});

export const region = v.pipe(
	map({
		shape: oneOf(['rectangle', 'ellipse', 'polygon']),
		x: o(fraction),
		y: o(fraction),
		w: o(fraction),
		h: o(fraction),
		points: o(list(pair(fraction, fraction, '[0.1, 0.2]'))),
		reason: o(line),
	}),
	v.check(
		(region) => regionFits(region),
		say(
			'must cover a part of the picture',
			'give x, y, w, h (rectangle, ellipse) or three points or more (polygon), as fractions from 0 to 1',
		),
	),
);

const credit = map({ photographer: o(id), line: o(text), copyright: o(text) });
const licence = map({ url: o(url), acquire: o(url) });
const place = map({
	name: o(text),
	country: o(country),
	region: o(text),
	city: o(text),
	point: o(
		pair(between(-90, 90, 'a latitude'), between(-180, 180, 'a longitude'), '[38.56, 68.77]'),
	),
	precision: o(oneOf(['country', 'region', 'city', 'exact', 'hidden'])),
});
const date = map({
	value: o(partialDate),
	precision: o(oneOf(['year', 'month', 'day', 'hidden'])),
});
const digitalSourceType = v.pipe(
	line,
	v.regex(
		/^[a-z][A-Za-z]+$/,
		say('must be a term of the IPTC', 'write for example digitalCapture'),
	),
);
const maxWidth = v.pipe(
	whole,
	v.minValue(320, say('must be at least 320 pixels', 'write a larger number')),
);

/** Keys that an exhibition or a gallery may set for all of its photos. Never consent: that is a person's. */
const shared = {
	credit: o(credit),
	licence: o(licence),
	place: o(place),
	date: o(date),
	max_width: o(maxWidth),
	digital_source_type: o(digitalSourceType),
	crop: o(flag),
	zoom: o(flag),
	indexing: o(flag),
	keywords: o(list(line)),
};
export const defaults = map(shared);

export const photo = map({
	file: fileName,
	id: o(id),
	section: o(id),
	hang: o(oneOf(['lead', 'row'])),
	title: o(text),
	caption: o(text),
	alt: o(text),
	description: o(text),
	audio: o(audio),
	transcript: o(text),
	people: o(list(id)),
	focal: o(pair(fraction, fraction, '[0.42, 0.31]')),
	stories: o(list(id)),
	warnings: o(list(warning)),
	redact: o(list(region)),
	consent: o(consent),
	care: o(map({ checked_by: line, checked_on: day, note: o(line) })),
	status: o(status),
	note: o(line),
	...shared,
});

export const wallText = map({ text, audio: o(audio), section: o(id) });
export const reference = map({ ref: id, section: o(id), hang: o(oneOf(['lead', 'row'])) });

/** One entry of `photos:`; which of the three it is, its own key says. */
export const entry = v.lazy((input) => {
	if (input === undefined) return v.union([photo, wallText, reference]);
	if (!isMap(input) || 'file' in input) return photo;
	if ('ref' in input) return reference;
	return 'text' in input ? wallText : photo;
});

export type PhotoEntry = v.InferOutput<typeof photo>;
export type Defaults = v.InferOutput<typeof defaults>;
export type Consent = v.InferOutput<typeof consent>;
export type Region = v.InferOutput<typeof region>;
type WallText = v.InferOutput<typeof wallText>;
type Reference = v.InferOutput<typeof reference>;
export type Entry = PhotoEntry | WallText | Reference;

export function isReference(entry: Entry): entry is Reference {
	return !('file' in entry) && 'ref' in entry;
}

export function isWallText(entry: Entry): entry is WallText {
	return !('file' in entry) && !('ref' in entry) && 'text' in entry;
}
