import { languageMap } from './schema/base.ts';
import { shapeOf, type Shape } from './shape.ts';
import type { Path } from './source.ts';

export interface UnknownKey {
	path: Path;
	key: string;
	/** What it was taken for. */
	what: string;
	/** The keys that may stand in its place. */
	known: readonly string[];
	isBlank: boolean;
}

/**
 * Keys of `value` that `schema` does not name, at any depth, and languages of texts that the
 * exhibition does not have. They are kept, and reported.
 */
export function unknownKeys(
	schema: unknown,
	value: unknown,
	languages: readonly string[],
): UnknownKey[] {
	const found: UnknownKey[] = [];
	collect(schema as Shape, value, languages, [], found);
	return found;
}

/** One path for the whole walk, copied where something is found: ten thousand photos have many places. */
function collect(
	schema: Shape,
	value: unknown,
	languages: readonly string[],
	path: (string | number)[],
	found: UnknownKey[],
): void {
	if (typeof value !== 'object' || value === null) return;
	const shape = shapeOf(schema, value);
	const isList = Array.isArray(value);
	const isText = (shape as unknown) === languageMap && languages.length > 0;
	const what = isText ? 'a language of this exhibition' : 'a key that is known here';
	const isKnown = (key: string) =>
		isText ? languages.includes(key) : !shape.entries || Object.hasOwn(shape.entries, key);
	for (const key of Object.keys(value)) {
		path.push(isList ? Number(key) : key);
		const isUnknown = !isList && !isKnown(key);
		if (isUnknown) {
			const known = isText ? languages : Object.keys(shape.entries ?? {});
			const isBlank = (value as never)[key] === null;
			found.push({ path: [...path], key, what, known, isBlank });
		}
		const next = isList ? shape.item : (shape.entries?.[key] ?? shape.value);
		if (next && !isUnknown) collect(next, (value as never)[key], languages, path, found);
		path.pop();
	}
}
