import type { Language, Text } from '../model.ts';

/** A text as it is shown: in the reader's language, or in the one that stands in for it. */
export interface Shown {
	text: string;
	lang: Language;
}

/**
 * The text in `wanted`, else in the exhibition's languages in their order (the source comes first),
 * else in any language that has one. Blank texts count as missing.
 */
export function pick(
	text: Text | undefined,
	wanted: Language,
	languages: readonly Language[],
): Shown | undefined {
	if (!text) return undefined;
	const order = [wanted, ...languages, ...Object.keys(text).sort()];
	const lang = order.find((candidate) => Object.hasOwn(text, candidate) && text[candidate]?.trim());
	return lang === undefined ? undefined : { text: text[lang] ?? '', lang };
}
