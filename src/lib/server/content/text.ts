import type { Language, Text } from '../../model.ts';

/** A text as the files have it: in the source language, or by language. */
type Written = string | Record<string, string | undefined> | undefined;

/** By language, without blanks; undefined where nothing is left. `x-default` is the source language. */
export function asText(written: Written, source: Language): Text | undefined {
	if (written === undefined) return undefined;
	const map = typeof written === 'string' ? { [source]: written } : written;
	const texts: Record<string, string> = {};
	for (const [language, value] of Object.entries(map)) {
		if (typeof value !== 'string' || value.trim() === '') continue;
		if (language === 'x-default') texts[source] ??= value.trim();
		else texts[language] = value.trim();
	}
	return Object.keys(texts).length > 0 ? texts : undefined;
}

/** Elements of a list that was read; a faulty one left a hole. */
export function present<T>(list: readonly (T | undefined | null)[] | undefined): T[] {
	return (list ?? []).filter((element): element is T => element !== undefined && element !== null);
}

/** A title for what has none: `empty-platform_02` becomes "Empty platform 02". */
export function titleFromName(name: string): string {
	const words =
		name
			.normalize('NFC')
			.replace(/[-_\s]+/g, ' ')
			.trim() || name;
	return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}

/** An object that has nothing but these: a photo may well be called `constructor`. */
export function byId<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
	return Object.assign(Object.create(null), Object.fromEntries(entries)) as Record<string, T>;
}
