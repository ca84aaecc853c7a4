import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContentError } from '../../../../src/lib/server/content/problems.ts';
import { newExhibition, type Answers } from '../../../../src/lib/server/content/new-exhibition.ts';
import { exhibition } from '../../../../src/lib/server/content/schema/exhibition.ts';
import { Source } from '../../../../src/lib/server/content/source.ts';
import { validate } from '../../../../src/lib/server/content/validate.ts';

const answers: Answers = {
	title: 'Through a migrant’s eyes',
	languages: 'tg, ru fa',
	organisation: 'IOM',
};

const read = (text: string) => validate(exhibition, new Source('exhibition.yaml', text));

describe('a new exhibition.yaml', () => {
	it('is right as it stands: no error and no warning', () => {
		const { value, problems } = read(newExhibition(answers, ['road', 'work']));
		expect(problems).toEqual([]);
		expect(value).toEqual({
			format: 1,
			title: { tg: 'Through a migrant’s eyes' },
			languages: ['tg', 'ru', 'fa'],
			galleries: ['road', 'work'],
			wall: 'night',
			organisation: { name: { tg: 'IOM' } },
			protection: { consent: 'required', alt: 'required', expiry: 'P3Y' },
		});
	});

	it('holds whatever was answered, letter for letter', () => {
		const words = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom('yes', '2016', 'a: b', '# a', "it's", '"', '{ en: x }', '- x', '&a *a', '\t'),
		);
		const code = fc.constantFrom('en', 'tg', 'no', 'fa', 'zh-Hans', 'es-419');
		fc.assert(
			fc.property(
				words,
				words,
				fc.uniqueArray(code, { minLength: 1 }),
				fc.array(words.filter((name) => name !== '')),
				(title, organisation, languages, galleries) => {
					const given = { title, organisation, languages: languages.join(', ') };
					const { value, problems } = read(newExhibition(given, galleries));
					expect(problems).toEqual([]);
					const [source = ''] = languages;
					expect(value.title).toEqual({ [source]: title });
					expect(value.languages).toEqual(languages);
					expect(value.galleries).toEqual(galleries);
					const name = organisation ? { name: { [source]: organisation } } : undefined;
					expect(value.organisation).toEqual(name);
				},
			),
		);
	});

	it('shows an editor where its schema is, and a curator what may be added', () => {
		const text = newExhibition(answers, []);
		expect(text.split('\n')[0]).toBe(
			'# yaml-language-server: $schema=.exhibition/schema/exhibition.json',
		);
		for (const key of ['public_url', 'help', 'withdrawal']) expect(text).toContain(`# ${key}:`);
	});

	it('has examples that are right once their comment signs are removed', () => {
		const text = newExhibition(answers, [])
			.replace(/^# (public_url|help|withdrawal): (.*?) {2,}\(.*\)$/gm, '$1: $2')
			.replaceAll('{ … }', '{ tg: x }')
			.replace('email: "…"', 'email: a@example.org')
			.replace('https://…', 'https://example.org');
		const { value, problems } = read(text);
		expect(problems).toEqual([]);
		expect(value).toMatchObject({ help: [{ country: 'TJ' }], withdrawal: { days: 3 } });
	});

	it.each(['english', 'EN', 'en, Tajik!', ' , ', ''])('refuses "%s" for languages', (languages) => {
		const make = () => newExhibition({ ...answers, languages }, []);
		expect(make).toThrow(ContentError);
		expect(make).toThrow(/is not a language code/);
	});
});
