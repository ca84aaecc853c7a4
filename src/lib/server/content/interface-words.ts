import en from '../../i18n/messages/en.json' with { type: 'json' };
import pages from '../../i18n/pages/en.json' with { type: 'json' };
import type { Language } from '../../model.ts';
import type { Words } from '../../words-model.ts';
import { suggestion } from './nearest.ts';
import { problem, type Problem } from './problems.ts';
import { readText } from './read-file.ts';
import { Source } from './source.ts';

/** Languages that the interface speaks. */
const spoken: readonly Language[] = ['en', 'tg', 'ru', 'ky', 'fa'];
/** Those whose words a person who speaks the language has read. */
const read: readonly Language[] = ['en'];

const known: Words = { ...en, ...pages };
const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** What a curator corrects of the interface's own words, and whose words a speaker has reviewed. */
export interface InterfaceWords {
	words: Record<Language, Words>;
	reviewed: Language[];
	problems: Problem[];
}

/** Reads `interface.<lang>.yaml`: keys as in the interface's own files, and `reviewed_by`. */
export async function readInterfaceWords(
	root: string,
	files: ReadonlySet<string>,
): Promise<InterfaceWords> {
	const found: InterfaceWords = { words: {}, reviewed: [], problems: [] };
	for (const file of files) {
		const [, language] = /^interface\.([A-Za-z-]+)\.yaml$/.exec(file) ?? [];
		if (language === undefined) continue;
		const text = await readText(root, file);
		if (text === undefined) continue;
		if (typeof text !== 'string') found.problems.push(text.problem);
		else enter(found, language, new Source(file, text));
	}
	return found;
}

/** Those languages of an exhibition whose interface nobody who speaks them has reviewed. */
export function unreviewed(
	languages: readonly Language[],
	reviewed: readonly Language[] = [],
): Language[] {
	const all = [...read, ...reviewed];
	return languages.filter((one) => spoken.includes(one) && !all.includes(one));
}

function enter(found: InterfaceWords, language: Language, source: Source): void {
	const { value, problems } = source.parse();
	found.problems.push(...problems);
	if (!spoken.includes(language)) {
		const at = { line: 1, column: 1 };
		const message = `the interface does not speak "${language}"`;
		const remedy = `name it after one of ${spoken.join(', ')}`;
		found.problems.push(problem('warning', source.file, at, message, remedy));
		return;
	}
	const words: Record<string, Words[string]> = {};
	for (const [key, word] of Object.entries(Object(value) as Record<string, unknown>)) {
		if (key === 'reviewed_by') found.reviewed.push(language);
		else {
			const fault = wordFault(key, word);
			if (fault)
				found.problems.push(problem('error', source.file, source.position([key]), ...fault));
			else words[key] = word as Words[string];
		}
	}
	found.words[language] = words;
}

/** What is wrong with a word of the interface, and what to do. */
export function wordFault(key: string, word: unknown): [string, string] | undefined {
	const own = known[key];
	if (own === undefined) {
		return [`the interface has no word "${key}"`, suggestion(key, Object.keys(known))];
	}
	const forms = typeof word === 'string' ? [word] : Object.values(Object(word) as object);
	const isPlural = typeof own === 'object';
	const isRight =
		forms.length > 0 &&
		forms.every((form) => typeof form === 'string' && form.trim() !== '') &&
		(typeof word === 'string' ||
			(isPlural && Object.keys(word as object).every((one) => categories.includes(one))));
	if (!isRight) return [`"${key}" is no word of the interface`, `write it as it is: ${shown(own)}`];
	const asked = [...new Set(placesOf(own))].sort().join(' ');
	const has = [...new Set(forms.flatMap((form) => placesOf(form as string)))].sort().join(' ');
	if (asked === has) return undefined;
	return [`"${key}" must fill in ${asked || 'nothing'}`, `write it as it is: ${shown(own)}`];
}

function placesOf(word: Words[string]): string[] {
	const forms = typeof word === 'string' ? [word] : Object.values(word);
	return forms.flatMap((form) => form.match(/\{\w+\}/g) ?? []);
}

function shown(word: Words[string]): string {
	return JSON.stringify(word);
}
