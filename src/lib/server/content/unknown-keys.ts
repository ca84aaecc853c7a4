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
}

/**
 * Keys of `value` that `schema` does not name, at any depth, and languages of texts that the
 * exhibition does not have. They are kept, and reported.
 */
export function unknownKeys(
	schema: unknown,
	value: unknown,
	languages: readonly string[],
	path: Path = [],
): UnknownKey[] {
	if (typeof value !== 'object' || value === null) return [];
	const shape = shapeOf(schema as Shape, value);
	if (Array.isArray(value)) {
		const { item } = shape;
		const inner = (element: unknown, index: number) =>
			unknownKeys(item, element, languages, [...path, index]);
		return item ? value.flatMap(inner) : [];
	}
	const isText = (shape as unknown) === languageMap && languages.length > 0;
	const what = isText ? 'a language of this exhibition' : 'a key that is known here';
	const known = isText ? languages : shape.entries && Object.keys(shape.entries);
	return Object.entries(value).flatMap(([key, inner]) => {
		const at = [...path, key];
		if (known && !known.includes(key)) return [{ path: at, key, what, known }];
		const next = shape.entries?.[key] ?? shape.value;
		return next ? unknownKeys(next, inner, languages, at) : [];
	});
}
