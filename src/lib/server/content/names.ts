import { fold } from '../../fold.ts';

/** Written without spaces between words. */
const unspaced =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]/u;

/** Words in small letters without marks, each between spaces: "Раҳимов, Н." is " рахимов н ". */
function folded(text: string): string {
	// A name is looked for with й and with и.
	const bare = fold(text).replaceAll('й', 'и');
	return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

const known = new WeakMap<readonly string[], string[]>();

/** The list is asked for each text: it is folded once. */
function foldedNames(listed: readonly string[]): string[] {
	const before = known.get(listed);
	if (before) return before;
	const names = listed.map(folded).filter((name) => name.trim() !== '');
	const made = names.map((name) => (unspaced.test(name) ? name.trim() : name));
	known.set(listed, made);
	return made;
}

/**
 * Does a text hold one of these names, as words of their own? Case, accents and the marks of Tajik,
 * Kyrgyz and Persian letters make no difference; other spellings and cases stand in the list themselves.
 */
export function mentions(text: string, listed: readonly string[]): boolean {
	if (listed.length === 0) return false;
	const words = folded(text);
	return foldedNames(listed).some((name) => words.includes(name));
}
