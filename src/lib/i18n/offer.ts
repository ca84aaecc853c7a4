import type { Language } from '../model.ts';
import { autonym } from './dates.ts';

/** "In this language", as each language says it of itself. */
const sayings: Readonly<Record<Language, string>> = {
	en: 'In English',
	tg: 'Ба тоҷикӣ',
	ru: 'По-русски',
	ky: 'Кыргызча',
	fa: 'به فارسی',
	prs: 'به دری',
	uz: 'Oʻzbekcha',
};

export function inThisLanguage(language: Language): string {
	return sayings[language] ?? autonym(language);
}

/**
 * The language that a reader is offered: the first of those that their browser speaks which the
 * exhibition speaks too, unless that is the page's.
 */
export function offered(
	spoken: readonly string[],
	page: Language,
	languages: readonly Language[],
): Language | undefined {
	const base = (tag: string) => tag.toLowerCase().replace(/-.*/, '');
	const best = spoken
		.map((tag) => languages.find((one) => base(one) === base(tag)))
		.find((one) => one !== undefined);
	return best === page ? undefined : best;
}
