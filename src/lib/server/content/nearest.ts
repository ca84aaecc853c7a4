import { closest, distance } from 'fastest-levenshtein';

/** The known word that a mistyped one most probably stands for: at most two in five of its letters differ (a swap of two counts as two). */
export function nearest(word: string, known: readonly string[]): string | undefined {
	if (known.length === 0) return undefined;
	const folded = word.toLowerCase().replaceAll('-', '_');
	const candidate = closest(folded, [...known]);
	const allowed = Math.max(1, Math.round(Math.max(word.length, candidate.length) * 0.4));
	return distance(folded, candidate.toLowerCase()) <= allowed ? candidate : undefined;
}

/** The remedy for a word that is not among the known ones. */
export function suggestion(word: string, known: readonly string[]): string {
	const candidate = nearest(word, known);
	if (candidate) return `did you mean "${candidate}"?`;
	const list = [...known].sort().slice(0, 24);
	return list.length > 0 ? `use one of: ${list.join(', ')}` : 'remove it';
}
