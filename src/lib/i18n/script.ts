import type { Language } from '../model.ts';

const latinScripts = new Set(['Latn', undefined]);

/** The script that a language is mostly written in, as far as typefaces go. */
export function scriptOf(language: Language): 'latin' | 'cyrillic' | 'arabic' | 'other' {
	const script = likely(language);
	if (script === 'Cyrl') return 'cyrillic';
	if (script === 'Arab' || script === 'Aran') return 'arabic';
	return latinScripts.has(script) ? 'latin' : 'other';
}

function likely(language: Language): string | undefined {
	try {
		return new Intl.Locale(language).maximize().script;
	} catch {
		return undefined;
	}
}

/** Beginnings of the names of the font files that a page in this language shows at once. */
export function fontsOf(language: Language): string[] {
	const script = scriptOf(language);
	if (script === 'arabic') return ['arabic'];
	if (script !== 'cyrillic') return ['serif-latin', 'sans-latin'];
	return ['serif-signs', 'serif-cyrillic', 'sans-signs', 'sans-cyrillic'];
}
