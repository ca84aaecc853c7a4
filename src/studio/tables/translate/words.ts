import enMessages from '../../../lib/i18n/messages/en.json' with { type: 'json' };
import faMessages from '../../../lib/i18n/messages/fa.json' with { type: 'json' };
import kyMessages from '../../../lib/i18n/messages/ky.json' with { type: 'json' };
import ruMessages from '../../../lib/i18n/messages/ru.json' with { type: 'json' };
import tgMessages from '../../../lib/i18n/messages/tg.json' with { type: 'json' };
import enPages from '../../../lib/i18n/pages/en.json' with { type: 'json' };
import faPages from '../../../lib/i18n/pages/fa.json' with { type: 'json' };
import kyPages from '../../../lib/i18n/pages/ky.json' with { type: 'json' };
import ruPages from '../../../lib/i18n/pages/ru.json' with { type: 'json' };
import tgPages from '../../../lib/i18n/pages/tg.json' with { type: 'json' };
import type { Content } from '../../../lib/server/content/record.ts';
import type { Words } from '../../../lib/words-model.ts';
import type { Item } from './item.ts';

const spoken: Readonly<Record<string, Words>> = {
	en: { ...enMessages, ...enPages },
	tg: { ...tgMessages, ...tgPages },
	ru: { ...ruMessages, ...ruPages },
	ky: { ...kyMessages, ...kyPages },
	fa: { ...faMessages, ...faPages },
};

/** The interface's words in a language, as corrected; undefined where it is not spoken. */
export function wordsIn({ words }: Pick<Content, 'words'>, language: string): Words | undefined {
	const own = spoken[language];
	return own && { ...own, ...words[language] };
}

/** Words of the interface in the languages that it speaks; where the source is none of them, from English. */
export function wordItems(content: Content): Item[] {
	const [source = 'en'] = content.languages;
	const all = content.languages.flatMap((language) => {
		const words = wordsIn(content, language);
		return words ? [[language, words] as const] : [];
	});
	const from = wordsIn(content, source) ?? wordsIn(content, 'en') ?? {};
	const plurals = new Set(content.languages.flatMap(pluralForms));
	return Object.entries(from).flatMap(([word, own]) => {
		const categories = typeof own === 'string' ? [''] : plurals;
		return [...categories].map((category): Item => {
			const texts = Object.fromEntries([
				[source, formIn(own, category)],
				...all.flatMap(([language, words]) => [[language, formIn(words[word], category)]]),
			]) as Record<string, string>;
			const key = ['interface', word, ...(category ? [category] : [])].join('/');
			const place = ['interface', word, ...(category ? [category] : [])].join(' · ');
			return { key, place, texts, home: { kind: 'word', word, ...(category && { category }) } };
		});
	});
}

/** Categories of number that a language tells apart. */
export function pluralForms(language: string): string[] {
	return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

function formIn(word: Words[string] | undefined, category: string): string | undefined {
	if (word === undefined || typeof word === 'string') return word;
	return word[category] ?? word.other;
}
