import { stringify } from 'yaml';
import { Edit } from '../../../lib/server/content/edit.ts';
import { wordFault } from '../../../lib/server/content/interface-words.ts';
import { readText } from '../../../lib/server/content/read-file.ts';
import type { Content } from '../../../lib/server/content/record.ts';
import { groupBy } from '../../../lib/server/content/tree.ts';
import type { Words } from '../../../lib/words-model.ts';
import type { Taken } from './returned.ts';
import { wordsIn } from './words.ts';

/** `interface.<lang>.yaml` as it will be. */
export interface WordFile {
	/** Relative to the content folder. */
	file: string;
	/** Absent: there was none. */
	was?: string;
	text: string;
}

/** Corrections of the interface's words; one that would not work is left out, with a sentence. */
export async function wordFiles(
	content: Content,
	taken: readonly Taken[],
): Promise<{ files: WordFile[]; left: string[] }> {
	const [files, left]: [WordFile[], string[]] = [[], []];
	const corrected = taken.filter(({ item }) => item.home.kind === 'word');
	for (const [language, all] of groupBy(corrected, (one) => one.language)) {
		const words = wordsWith(content, language, all);
		const right = Object.entries(words).filter(([key, word]) => {
			const fault = wordFault(key, word);
			if (fault) left.push(`${language}: ${fault.join('; ')}`);
			return !fault;
		});
		const file = `interface.${language}.yaml`;
		const was = await readText(content.root, file);
		// What is no text in UTF-8 is for a person to look at.
		if (right.length === 0 || was instanceof Error) continue;
		const text = withWords(was ?? '', Object.fromEntries(right));
		files.push({ file, ...(was !== undefined && { was }), text });
	}
	return { files, left };
}

/** A word that has plural forms is written with all of them. */
function wordsWith(content: Content, language: string, taken: readonly Taken[]): Words {
	const known = wordsIn(content, language) ?? {};
	const words: Record<string, Words[string]> = {};
	for (const { item, text } of taken) {
		if (item.home.kind !== 'word') continue;
		const { word, category } = item.home;
		const before = words[word] ?? known[word];
		const forms = typeof before === 'string' ? { other: before } : before;
		words[word] = category === undefined ? text : { ...forms, [category]: text };
	}
	return words;
}

function withWords(text: string, words: Words): string {
	const isEmpty = text.split('\n').every((line) => /^\s*(#|---|$)/.test(line));
	if (isEmpty) return `${text}${stringify(words, { lineWidth: 0 })}`;
	const edit = new Edit(text);
	for (const [key, word] of Object.entries(words)) edit.set([key], word);
	return edit.toString();
}
