import { direction } from '../i18n/direction.ts';
import { pick } from '../i18n/fallback.ts';
import type { Exhibition, Language, Text } from '../model.ts';

/** A text as a page shows it; `lang` and `dir` only where they differ from the page's. */
export interface Words {
	text: string;
	lang?: Language;
	dir?: 'ltr' | 'rtl';
}

/** Chooses the words for one page: in its language, or in the one that stands in. */
export type Say = (text: Text | undefined) => Words | undefined;

export function sayer({ languages }: Pick<Exhibition, 'languages'>, page: Language): Say {
	return (text) => {
		const shown = pick(text, page, languages);
		return shown && { text: shown.text, ...attributes(shown.lang, page) };
	};
}

/** `lang` and `dir` of something inside a page; nothing where it is in the page's own language. */
export function attributes(lang: Language, page: Language): Pick<Words, 'lang' | 'dir'> {
	return lang === page ? {} : { lang, dir: direction(lang) };
}
