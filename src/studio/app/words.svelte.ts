import { translator, type Messages } from '../../lib/i18n/interface.ts';
import en from './words/en.json';

export type WordKey = keyof typeof en;
export type Values = Readonly<Record<string, string | number>>;
export type Say = (key: WordKey, values?: Values) => string;

const files = import.meta.glob<Messages>('./words/*.json', { import: 'default' });

/** The languages that the desk speaks. */
export const spoken = Object.keys(files).map((path) => path.replace(/^.*\/|\.json$/g, ''));

/** What the desk says, in the curator's language: another can be chosen at any time. */
export class Words {
	#now = $state.raw({ lang: 'en', t: sayIn('en', en as unknown as Messages) });

	get lang(): string {
		return this.#now.lang;
	}

	readonly t: Say = (key, values) => this.#now.t(key, values);

	/** The first that we speak; English otherwise. */
	async speak(wanted: readonly string[]): Promise<void> {
		const bases = wanted.map((lang) => lang.replace(/-.*/, ''));
		const lang = bases.find((one) => spoken.includes(one)) ?? 'en';
		const messages = await files[`./words/${lang}.json`]?.();
		if (messages) this.#now = { lang, t: sayIn(lang, messages) };
	}
}

function sayIn(lang: string, messages: Messages): Say {
	return translator(lang, messages).t as unknown as Say;
}
