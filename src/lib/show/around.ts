import { formatDay } from '../i18n/dates.ts';
import type { Exhibition, Language } from '../model.ts';
import { encodedMail } from './mail.ts';
import { sayer, type Words } from './words.ts';

/** What stands around the pictures on every page: title, contact, help. */
export interface ShownAround {
	title?: Words;
	languages: readonly Language[];
	/** Are there any to read? */
	hasStories: boolean;
	organisation?: ShownOrganisation;
	help: { text?: Words; telephone?: string }[];
	withdrawal?: { telephone?: string; email?: readonly number[]; days?: number };
}

export interface ShownOrganisation {
	name?: Words;
	address?: Words;
	telephone: readonly string[];
	fax: readonly string[];
	/** Code points: see `encodedMail`. */
	email?: readonly number[];
}

export interface ShownVenue {
	name?: Words;
	address?: Words;
	hours?: Words;
	from?: string;
	until?: string;
}

export function showAround(exhibition: Exhibition, lang: Language): ShownAround {
	const say = sayer(exhibition, lang);
	const { title, languages, organisation, help, withdrawal } = exhibition;
	return {
		title: say(title),
		languages,
		hasStories: Object.keys(exhibition.stories).length > 0,
		organisation: organisation && {
			...organisation,
			name: say(organisation.name),
			address: say(organisation.address),
			email: encodedMail(organisation.email),
		},
		help: help.map(({ text, telephone }) => ({ text: say(text), telephone })),
		withdrawal: withdrawal && { ...withdrawal, email: encodedMail(withdrawal.email) },
	};
}

export function showVenues(exhibition: Exhibition, lang: Language): ShownVenue[] {
	const say = sayer(exhibition, lang);
	return exhibition.venues.map(({ name, address, hours, from, until }) => ({
		name: say(name),
		address: say(address),
		hours: say(hours),
		from: from && formatDay(from, lang),
		until: until && formatDay(until, lang),
	}));
}
