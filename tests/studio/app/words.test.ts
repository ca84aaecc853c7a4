import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout } from '../../support/corpus.ts';

type Messages = Record<string, string | Record<string, string>>;

const app = join(checkout, 'src', 'studio', 'app');
const wordsOf = (lang: string) =>
	JSON.parse(readFileSync(join(app, 'words', `${lang}.json`), 'utf8')) as Messages;
const en = wordsOf('en');
const languages = readdirSync(join(app, 'words')).map((file) => file.replace('.json', ''));
const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.(svelte|ts)$/.test(file))
	.map((file) => readFileSync(join(app, file), 'utf8'))
	.join('\n');

const forms = (message: Messages[string]) =>
	typeof message === 'string' ? [message] : Object.values(message);
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each(languages)('the words in %s', (lang) => {
	const words = wordsOf(lang);

	it('have the keys of the English ones', () => {
		expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
	});

	it('have the places of the English ones, in every form', () => {
		const wrong = Object.entries(words).filter(([key, message]) => {
			const wanted = places(forms(en[key]!).at(-1)!);
			const optional = key === 'consent_for';
			return forms(message).some((form) => !optional && places(form).join() !== wanted.join());
		});
		expect(wrong).toEqual([]);
	});

	it('have every form that their plurals need', () => {
		const needed = new Intl.PluralRules([lang, 'en']).resolvedOptions().pluralCategories;
		const counted = Object.values(words).filter((message) => typeof message === 'object');
		expect(counted.filter((message) => needed.some((form) => !(form in message)))).toEqual([]);
	});
});

it('each word is said somewhere', () => {
	/** Said by a name that is put together, as `target_` and a kind. */
	const made = [...sources.matchAll(/`(\w+_)\$\{/g)].map(([, start = '']) => start);
	const unsaid = Object.keys(en).filter(
		(key) => !sources.includes(`'${key}'`) && !made.some((start) => key.startsWith(start)),
	);
	expect(unsaid).toEqual([]);
});
