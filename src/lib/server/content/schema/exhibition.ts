import * as v from 'valibot';
import { isDuration } from '../day.ts';
import {
	byId,
	country,
	day,
	email,
	flag,
	id,
	languageTag,
	line,
	list,
	map,
	oneOf,
	say,
	telephone,
	telephones,
	text,
	url,
	whole,
} from './base.ts';
import { defaults, warning } from './photo.ts';

const o = v.optional;
const positive = v.pipe(whole, v.minValue(0, say('must not be negative', 'write 0 or more')));
const seconds = v.pipe(
	v.number(say('must be a number of seconds', 'write for example 60')),
	v.minValue(0, say('must not be negative', 'write 0 or more')),
);
/** WCAG 2.2.1: whoever is warned that time runs out has 20 seconds at least to answer. */
const warn = v.pipe(
	seconds,
	v.minValue(20, say('must be at least 20 seconds (WCAG 2.2.1)', 'write 20 or more')),
);

const organisation = map({
	name: o(text),
	address: o(text),
	telephone: o(telephones),
	fax: o(telephones),
	email: o(email),
});
const photographer = map({
	name: text,
	biography: o(text),
	statement: o(text),
	portrait: o(id),
	url: o(url),
});
const person = map({ name: text, name_changed: o(flag), minor: o(flag), linkable: o(flag) });
const venue = map({ name: text, address: o(text), from: o(day), until: o(day), hours: o(text) });
const help = map({ text, telephone: o(telephone), country: o(country) });
const duration = v.pipe(
	line,
	v.check(isDuration, say('must be a duration', 'write for example P3Y, P18M or P90D')),
);
const protection = map({
	consent: o(oneOf(['required', 'optional'])),
	alt: o(oneOf(['required', 'warn'])),
	expiry: o(duration),
	repository: o(oneOf(['private', 'public'])),
	vault: o(line),
});
const kiosk = map({
	language: o(languageTag),
	attract: o(list(id)),
	content_notes: o(oneOf(['cover', 'leave_out'])),
	sound: o(oneOf(['on', 'headphones', 'off'])),
	seconds: o(
		map({
			attract: o(seconds),
			fade: o(seconds),
			idle: o(seconds),
			lightbox: o(seconds),
			story: o(seconds),
			qr: o(seconds),
			warn: o(warn),
			staff: o(seconds),
		}),
	),
});

export const exhibition = map({
	format: v.literal(1, say('must be 1', 'write format: 1')),
	title: text,
	summary: o(text),
	languages: v.pipe(
		list(languageTag),
		v.minLength(1, say('must name at least one language', 'write for example [en, tg]')),
	),
	galleries: o(list(line)),
	public_url: o(url),
	wall: o(oneOf(['night', 'paper'])),
	venues: o(list(venue)),
	organisation: o(organisation),
	help: o(list(help)),
	withdrawal: o(map({ telephone: o(telephone), email: o(email), days: o(positive) })),
	photographers: o(byId(photographer)),
	people: o(byId(person)),
	defaults: o(defaults),
	warnings: o(list(warning)),
	protection: o(protection),
	kiosk: o(kiosk),
});

export type ExhibitionFile = v.InferOutput<typeof exhibition>;
