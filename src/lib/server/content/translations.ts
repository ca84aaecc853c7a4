import { problem, type Problem } from './problems.ts';
import { text } from './schema/base.ts';
import { shapeOf, type Shape } from './shape.ts';
import type { Path, Source } from './source.ts';

/** One warning for each language that texts of this file lack: at the first of them, with their number. */
export function untranslated(
	schema: unknown,
	value: unknown,
	source: Source,
	languages: readonly string[],
): Problem[] {
	const [original] = languages;
	if (!original) return [];
	const texts = textsOf(schema as Shape, value);
	return languages.flatMap((language) => {
		const lacking = texts.filter(({ written }) => !has(written, language, original));
		const first = lacking[0];
		if (!first) return [];
		const message = `${lacking.length} of ${texts.length} texts have no ${language}`;
		const remedy =
			language === original
				? `write them: ${original} is the language that the others are translated from`
				: `translate them from here on, as { ${original}: "…", ${language}: "…" }`;
		return [problem('warning', source.file, source.position(first.path), message, remedy)];
	});
}

interface Found {
	path: Path;
	written: unknown;
}

function textsOf(schema: Shape, value: unknown, path: Path = []): Found[] {
	if (schema === (text as unknown) || schema.wrapped === (text as unknown)) {
		return [{ path, written: value }];
	}
	if (typeof value !== 'object' || value === null) return [];
	const shape = shapeOf(schema, value);
	return Object.entries(value).flatMap(([key, inner]) => {
		const next = Array.isArray(value) ? shape.item : (shape.entries?.[key] ?? shape.value);
		const step = Array.isArray(value) ? Number(key) : key;
		return next ? textsOf(next, inner, [...path, step]) : [];
	});
}

/** A plain string is in the source language. */
function has(written: unknown, language: string, original: string): boolean {
	if (typeof written === 'string') return language === original;
	if (typeof written !== 'object' || written === null) return false;
	return Boolean((written as Record<string, string | undefined>)[language]?.trim());
}
