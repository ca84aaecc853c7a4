import { translator, type Messages } from '../i18n/interface.ts';
import type en from './words/en.json';

export type OfflineKey = keyof typeof en;

/** What is said of keeping, in one language. */
export interface OfflineWords {
	/** The language of the words: another than the page's where that has none. */
	lang: string;
	t: (key: OfflineKey, values?: Readonly<Record<string, string | number>>) => string;
}

const files = import.meta.glob<Messages>('./words/*.json', { import: 'default' });

/** In the page's language, else in English. */
export async function loadOfflineWords(lang: string): Promise<OfflineWords> {
	const used = [lang, lang.replace(/-.*/, '')].find((one) => files[`./words/${one}.json`]) ?? 'en';
	const messages = await files[`./words/${used}.json`]?.();
	const { t } = translator(used, messages ?? {});
	return { lang: used, t: t as unknown as OfflineWords['t'] };
}
