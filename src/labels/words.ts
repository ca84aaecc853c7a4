import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { translator, type Interface, type Messages } from '../lib/i18n/interface.ts';
import type { Language } from '../lib/model.ts';

/** The interface's words outside of a page: in a language, else in the source's, else in English. */
export function interfaces(checkout: string, source: Language): (lang: Language) => Interface {
	const folder = join(checkout, 'src', 'lib', 'i18n', 'messages');
	const fileOf = (lang: Language) => join(folder, `${lang}.json`);
	return (lang) => {
		const base = (tag: string) => tag.replace(/-.*/, '');
		const candidates = [lang, base(lang), source, base(source)];
		const used = candidates.find((one) => existsSync(fileOf(one))) ?? 'en';
		return translator(used, JSON.parse(readFileSync(fileOf(used), 'utf8')) as Messages);
	};
}
