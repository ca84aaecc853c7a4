import type { Words } from '../show/words.ts';

/** The beginning of a text, cut between two words, with an ellipsis where something is left out. */
export function cut(words: Words | undefined, longest: number): Words | undefined {
	if (!words) return undefined;
	const text = words.text.replace(/\s+/g, ' ').trim();
	if (text.length <= longest) return { ...words, text };
	const space = text.lastIndexOf(' ', longest);
	const end = space > longest / 2 ? space : longest;
	return { ...words, text: `${text.slice(0, end).replace(/[\s,;:.،؛–—-]+$/, '')} …` };
}
