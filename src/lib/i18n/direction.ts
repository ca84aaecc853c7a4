import type { Language } from '../model.ts';

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Writing direction of a BCP 47 tag, by its language and, where given, its script. */
export function direction(language: Language): 'ltr' | 'rtl' {
	const [base = '', ...subtags] = language.toLowerCase().split('-');
	const script = subtags.find((subtag) => subtag.length === 4);
	if (script) return ['arab', 'hebr', 'thaa'].includes(script) ? 'rtl' : 'ltr';
	return rightToLeft.has(base) ? 'rtl' : 'ltr';
}
