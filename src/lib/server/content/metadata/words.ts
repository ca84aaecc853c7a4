import { isBoilerplate } from './boilerplate.ts';
import type { Texts } from './embedded.ts';
import { undoubled } from './undoubled.ts';

/** Longer than any caption; what is longer is data in a field for text. */
const longest = 200_000;

/** More than blanks and marks of direction. */
const visible = /[^\s\p{Cf}]/u;

/** A text with its line ends made one and its control characters gone; undefined where nothing is left. */
export function words(text: string | undefined): string | undefined {
	if (text === undefined || text.length > longest) return undefined;
	const clean = undoubled(text)
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
		.replace(/[^\P{Cc}\t\n]|[\ufeff\ufffe\uffff]/gu, '')
		.trim();
	return visible.test(clean) ? clean : undefined;
}

/** Words that a person wrote: not what a camera puts into every picture. */
export function spoken(text: string | undefined): string | undefined {
	const clean = words(text);
	return clean === undefined || isBoilerplate(clean) ? undefined : clean;
}

/** The same for each language of a text. */
export function each(
	texts: Texts | undefined,
	keep: (text: string | undefined) => string | undefined,
): Texts | undefined {
	if (texts === undefined || typeof texts === 'string') return keep(texts);
	const kept = Object.entries(texts).flatMap(([language, text]) => {
		const clean = keep(text);
		return clean === undefined ? [] : [[language, clean] as const];
	});
	return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** Words of a list, each once; undefined where there are none. */
export function list(items: readonly (string | undefined)[]): string[] | undefined {
	const kept = new Set(items.map(words).filter((item) => item !== undefined));
	return kept.size > 0 ? [...kept] : undefined;
}

/** Names of several people, as one line. */
export function names(items: readonly (string | undefined)[]): string | undefined {
	return list(items)?.join(', ');
}
