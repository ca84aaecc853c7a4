import { pageAt } from './address.ts';

/**
 * The same page in each language, itself too; `x-default` is for readers of none of them. Empty where
 * there is one language.
 *
 * @param path segments after the language
 */
export function alternates(
	root: string,
	languages: readonly string[],
	path: readonly string[],
): [hreflang: string, address: string][] {
	if (languages.length < 2) return [];
	const known = languages.map((lang): [string, string] => [lang, pageAt(root, lang, ...path)]);
	// The top lets them choose; below it there is nothing like it.
	const other = path.length === 0 ? `${root}/` : pageAt(root, languages[0] ?? 'en', ...path);
	return [...known, ['x-default', other]];
}

/** A language as Open Graph names it, with its most likely country: `tg_TJ`. */
export function localeOf(lang: string): string {
	try {
		const { language, region } = new Intl.Locale(lang).maximize();
		return region ? `${language}_${region}` : language;
	} catch {
		return lang;
	}
}
