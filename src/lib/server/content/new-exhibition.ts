import { stringify } from 'yaml';
import * as v from 'valibot';
import { ContentError, start } from './problems.ts';
import { languageTag } from './schema/base.ts';

export interface Answers {
	title: string;
	/** Separated by commas or spaces. */
	languages: string;
	organisation: string;
}

/**
 * The text of a new exhibition.yaml, with comments that say what to add.
 *
 * @param galleries folders that hold pictures already
 * @throws {ContentError} if a language is no language code
 */
export function newExhibition(answers: Answers, galleries: readonly string[]): string {
	const languages = answers.languages.split(/[\s,;]+/).filter(Boolean);
	const wrong = languages.find((tag) => !v.is(languageTag, tag));
	if (wrong !== undefined || languages.length === 0) {
		const message = `"${wrong ?? ''}" is not a language code`;
		throw new ContentError('exhibition.yaml', start, message, 'write for example: en, tg, ru');
	}
	const [source = 'en'] = languages;
	const value = (written: unknown) =>
		stringify(written, { collectionStyle: 'flow', lineWidth: 0 }).trim();
	const text = (words: string) => value({ [source]: words });
	const lines = [
		'# yaml-language-server: $schema=.exhibition/schema/exhibition.json',
		'format: 1',
		`title: ${text(answers.title)}`,
		'# The first is the language that the others are translated from.',
		`languages: ${value(languages)}`,
		'# One folder a gallery, in the order in which they are visited.',
		`galleries: ${value(galleries)}`,
		'wall: night # or paper',
		'# public_url: https://…  (where the exhibition will be found)',
		...(answers.organisation ? ['organisation:', `  name: ${text(answers.organisation)}`] : []),
		'# help: [{ text: { … }, telephone: "…", country: TJ }]   (numbers for those who need help)',
		'# withdrawal: { telephone: "…", email: "…", days: 3 }    (whom a person in a picture can ask)',
		'protection:',
		'  consent: required # a photo is shown when its entry says `consent:` given or not_needed',
		'  alt: required # and when it has an alt text',
		'  expiry: P3Y',
	];
	return `${lines.join('\n')}\n`;
}
