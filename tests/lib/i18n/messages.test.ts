import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadInterface } from '../../../src/lib/i18n/messages.ts';
import { checkout } from '../../support/corpus.ts';

type Message = string | Record<string, string>;

const folder = join(checkout, 'src/lib/i18n/messages');
/** Of both parts: what is on many pages, and the long texts. */
const read = (lang: string) => {
	const parts = [folder, join(folder, '../pages')].map(
		(part) =>
			JSON.parse(readFileSync(join(part, `${lang}.json`), 'utf8')) as Record<string, Message>,
	);
	expect(Object.keys(parts[0]!).filter((key) => Object.hasOwn(parts[1]!, key))).toEqual([]);
	return { ...parts[0], ...parts[1] };
};
const spoken = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
const english = read('en');

const forms = (message: Message) =>
	typeof message === 'string' ? [message] : Object.values(message);
const places = (form: string) => [...new Set(form.match(/\{\w+\}/g))].sort();

/** What each form must have: English has the same in all of its own. */
const placesOf = (key: string) => places(forms(english[key] ?? '')[0] ?? '');

describe.each(spoken)('the interface in %s', (lang) => {
	const messages = read(lang);

	it('has every word, and none that English lacks', () => {
		expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
	});

	it('has no blank word', () => {
		const blank = Object.keys(messages).filter((key) =>
			forms(messages[key] ?? '').some((form) => form !== form.trim() || form === ''),
		);
		expect(blank).toEqual([]);
	});

	it('fills in the same places', () => {
		const found = Object.entries(messages).flatMap(([key, message]) =>
			forms(message).map((form) => [key, places(form)]),
		);
		expect(found).toEqual(found.map(([key]) => [key, placesOf(String(key))]));
	});

	it('has plurals where English has, one for each category of the language', () => {
		// CLDR has no rule for Tajik: its noun stays as it is after a number, as the Persian one does.
		const known = Intl.PluralRules.supportedLocalesOf(lang).length > 0;
		expect(known || lang === 'tg').toBe(true);
		const rules = new Intl.PluralRules(known ? lang : 'en');
		const categories = rules.resolvedOptions().pluralCategories.sort();
		for (const [key, message] of Object.entries(messages)) {
			const given = typeof message === 'string' ? undefined : Object.keys(message).sort();
			const wanted = typeof english[key] === 'string' ? undefined : categories;
			expect([key, given]).toEqual([key, wanted]);
		}
	});
});

describe('the interface of a page', () => {
	it('speaks its language', async () => {
		const { lang, t } = await loadInterface('fa', 'en');
		expect([lang, t('galleries')]).toEqual(['fa', 'تالارها']);
	});

	it('speaks the source language where it has none of its own, else English', async () => {
		expect((await loadInterface('zu', 'fa')).lang).toBe('fa');
		const { lang, t } = await loadInterface('zu', 'xh');
		expect([lang, t('photo_count', { count: 1 })]).toEqual(['en', '1 picture']);
	});

	it('does not take a path for a language', async () => {
		expect((await loadInterface('../messages/fa', 'en')).lang).toBe('en');
	});
});
