import * as v from 'valibot';
import { isCountry, isDay, isLanguage, isPartialDate } from '../day.ts';

/**
 * A message of the schema: what a value must be, and what to do. `faults.ts` takes the two apart
 * and puts the key in front, so that every mistake reads as one sentence.
 */
export function say(what: string, remedy: string): string {
	return `${what}\n${remedy}`;
}

export function isMap(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const asText = say('must be text', 'put it in quotation marks');
export const line = v.string(asText);
export const languageMap = v.record(v.string(), v.string(asText));
const textForms = v.union([line, languageMap]);
const noText = v.never(
	say(
		'must be text or texts by language',
		'put it in quotation marks, or write for example { en: "…", tg: "…" }',
	),
);
/** A text in the source language, or a map from language to text. */
export const text = v.lazy((input) => {
	if (input === undefined) return textForms;
	if (isMap(input)) return languageMap;
	return typeof input === 'string' ? line : noText;
});

export function oneOf<const T extends readonly string[]>(values: T) {
	return v.picklist(values, say(`must be one of ${values.join(', ')}`, 'write one of these words'));
}

export const flag = v.boolean(say('must be true or false', 'write true or false without quotes'));
const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const noTag = say('must be a language code', 'write for example en, tg, ru or fa');
export const languageTag = v.pipe(
	line,
	v.regex(tag, noTag),
	// Some have the form of one and are none; what has not even the form is told once.
	v.check((value) => !tag.test(value) || isLanguage(value), noTag),
);
/** Ids of photos, galleries, people and stories: they become part of addresses. */
export const id = v.pipe(
	line,
	v.regex(
		/^[a-z0-9]+(-[a-z0-9]+)*$/,
		say(
			'must be made of small Latin letters, digits and single hyphens',
			'write for example train-window',
		),
	),
);
export const fileName = v.pipe(
	line,
	v.check(
		(name) => name !== '' && !/(^|\/)\.\.(\/|$)|^\/|^[A-Za-z]:|\\|\0/.test(name),
		say(
			'must name a file in this folder',
			'move the file into this folder, or hang it here by `ref:`',
		),
	),
);
export const url = v.pipe(
	line,
	v.regex(
		/^https?:\/\/[^\s/]+\S*$/i,
		say('must be a web address', 'write it in full, with https://'),
	),
);
export const email = v.pipe(
	line,
	v.regex(
		/^[!-?A-~]+@[^\s@.]+(\.[^\s@.]+)+$/,
		say('must be a mail address', 'check it for typing errors'),
	),
);
/** A bare year is a number in YAML: it becomes text here. */
export const partialDate = v.pipe(
	v.union(
		[v.string(), v.pipe(v.number(), v.transform(String))],
		say('must be a date', 'write 2016, 2016-11 or 2016-11-03'),
	),
	v.check(isPartialDate, say('must be a date that exists', 'write 2016, 2016-11 or 2016-11-03')),
);
export const day = v.pipe(
	v.string(say('must be a day', 'write it as 2016-11-03')),
	v.check(isDay, say('must be a day that exists', 'write it as 2016-11-03')),
);
export const country = v.pipe(
	line,
	v.check(isCountry, say('must be a country code of two letters', 'write for example TJ or RU')),
);
const number = v.number(say('must be a number', 'write digits without quotes'));
export function between(low: number, high: number, what: string) {
	const words = say(`must be ${what} from ${low} to ${high}`, 'mend the number');
	return v.pipe(number, v.minValue(low, words), v.maxValue(high, words));
}
export const fraction = between(0, 1, 'a fraction of the picture,');
export function pair<T extends v.GenericSchema<unknown, number>>(
	first: T,
	second: T,
	example: string,
) {
	const noPair = v.never(say('must be two numbers', `write for example ${example}`));
	const two = v.tuple([first, second]);
	return v.lazy((input) => (isPair(input) || input === undefined ? two : noPair));
}

function isPair(value: unknown): boolean {
	return Array.isArray(value) && value.length === 2;
}

export const whole = v.pipe(
	number,
	v.integer(say('must be a whole number', 'remove the fraction')),
);
export const telephone = v.string(say('must be text', 'put the number in quotation marks'));
/** One telephone number, or several. */
export const telephones = v.lazy((input) => {
	if (input === undefined) return v.union([telephone, v.array(telephone)]);
	return Array.isArray(input) ? v.array(telephone) : telephone;
});

export function list<T extends v.GenericSchema>(item: T) {
	return v.array(item, say('must be a list', 'write it in square brackets: [a, b]'));
}
/** valibot takes a list for a map with numbers as keys: a curator does not. */
export function map<T extends v.ObjectEntries>(entries: T) {
	const group = v.looseObject(entries);
	const noGroup = v.never(say('must be a group of keys', 'indent its keys below it'));
	return v.lazy((input) => (isMap(input) || input === undefined ? group : noGroup));
}
export function byId<T extends v.GenericSchema>(value: T) {
	const group = v.record(id, value);
	const noGroup = v.never(say('must be a group of ids', 'indent each id below it'));
	return v.lazy((input) => (isMap(input) || input === undefined ? group : noGroup));
}
