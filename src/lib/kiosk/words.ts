import { translator, type Messages } from '../i18n/interface.ts';
import type en from './words/en.json';

export type KioskKey = keyof typeof en;

/** What a kiosk says besides the pages, in one language. */
export interface KioskWords {
	/** The language of the words: another than the visitor's where that has none. */
	lang: string;
	t: (key: KioskKey, values?: Readonly<Record<string, string | number>>) => string;
}

const files = import.meta.glob<Messages>('./words/*.json', { import: 'default' });

/** In the visitor's language, else in English. */
export async function loadKioskWords(lang: string): Promise<KioskWords> {
	const used = [lang, lang.replace(/-.*/, '')].find((one) => files[`./words/${one}.json`]) ?? 'en';
	const messages = await files[`./words/${used}.json`]?.();
	const { t } = translator(used, messages ?? {});
	return { lang: used, t: t as unknown as KioskWords['t'] };
}
