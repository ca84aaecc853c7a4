import type { Texts } from './embedded.ts';

/** One item of a language alternative. */
interface Item {
	language?: string;
	text: string;
}

const unspoken = 'x-default';

/**
 * A language alternative (ISO 16684-1, 8.2.2.4) as texts by language. `en-US` becomes `en` unless
 * there is an `en` or another of its kind came before: exhibitions speak languages, not regions.
 * `x-default` mostly repeats one of the others, and is then dropped; alone it is a plain text, as is
 * one without a language, or whose language is no BCP 47 tag.
 */
export function textsByLanguage(items: readonly Item[]): Texts | undefined {
	const byTag = new Map<string, string>();
	for (const { language, text } of items) {
		const tag = tagOf(language);
		if (text.trim() !== '' && !byTag.has(tag)) byTag.set(tag, text);
	}
	const texts = based(byTag);
	const plain = texts.get(unspoken);
	if (plain !== undefined && [...texts.values()].filter((text) => text === plain).length > 1) {
		texts.delete(unspoken);
	}
	if (texts.size === 1 && texts.has(unspoken)) return plain;
	return texts.size > 0 ? Object.fromEntries(texts) : undefined;
}

function based(byTag: ReadonlyMap<string, string>): Map<string, string> {
	const texts = new Map<string, string>();
	for (const [tag, text] of byTag) {
		const base = tag === unspoken ? tag : tag.replace(/-.*$/, '');
		texts.set(byTag.has(base) || texts.has(base) ? tag : base, text);
	}
	return texts;
}

/** In canonical case: `EN-us` is `en-US`. */
function tagOf(language: string | undefined): string {
	try {
		const [tag = unspoken] = Intl.getCanonicalLocales(language ?? []);
		return /^(und|mul|zxx)\b/.test(tag) ? unspoken : tag;
	} catch {
		return unspoken;
	}
}
