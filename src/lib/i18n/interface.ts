import type en from './messages/en.json';
import type pages from './pages/en.json';

/** A word of the interface: plain, or by the plural category of its number (`one`, `few`, `other` …). */
type Message = string | Readonly<Record<string, string>>;
/** Of what is on many pages, and of what only pages of their own say. */
export type Key = keyof typeof en | keyof typeof pages;
export type Messages = Partial<Record<Key, Message>>;

/** Looks up a word of the interface and fills in its `{places}`; `count` decides the plural. */
export type Translate = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/** The words of the interface in one language. */
export interface Interface {
	/** The language of the words: another than the page's where that has none of its own. */
	lang: string;
	t: Translate;
}

/** @param messages those of `lang`, which has a word for every key: a test holds that */
export function translator(lang: string, messages: Messages): Interface {
	// Not every browser knows every language: what it would take instead is the visitor's own.
	const plural = new Intl.PluralRules([lang, 'en']);
	const number = new Intl.NumberFormat([lang, 'en'], { useGrouping: false });
	const t: Translate = (key, values = {}) => {
		const message: Message = messages[key] ?? String(key);
		const form = typeof message === 'object' ? inNumber(message, plural, values.count) : message;
		return form.replace(/\{(\w+)\}/g, (place, name: string) => {
			const value = values[name];
			return typeof value === 'number' ? number.format(value) : (value ?? place);
		});
	};
	return { lang, t };
}

function inNumber(
	forms: Readonly<Record<string, string>>,
	plural: Intl.PluralRules,
	count: string | number | undefined,
): string {
	return forms[plural.select(Number(count ?? 0))] ?? forms.other ?? '';
}
