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
	const tally: Tally = { texts: 0, lacking: new Map() };
	count(schema as Shape, value, languages, [], tally);
	return languages.flatMap((language) => {
		const { number, first } = tally.lacking.get(language) ?? {};
		if (!number || !first) return [];
		const message = `${number} of ${tally.texts} texts have no ${language}`;
		const remedy =
			language === original
				? `write them: ${original} is the language that the others are translated from`
				: `translate them from here on, as { ${original}: "…", ${language}: "…" }`;
		return [problem('warning', source.file, source.position(first), message, remedy)];
	});
}

interface Tally {
	texts: number;
	/** By language: how many texts lack it, and where the first is. */
	lacking: Map<string, { number: number; first: Path }>;
}

/** One path for the whole walk, copied where something is found: ten thousand photos have many places. */
function count(
	schema: Shape,
	value: unknown,
	languages: readonly string[],
	path: (string | number)[],
	tally: Tally,
): void {
	eachText(schema, value, path, (written) => enter(written, languages, path, tally));
}

/**
 * Every text that a schema knows in a value, as it was written.
 *
 * @param path changes on the way: to be copied by who keeps it
 */
export function eachText(
	schema: Shape,
	value: unknown,
	path: (string | number)[],
	visit: (written: unknown) => void,
): void {
	if (schema === (text as unknown) || schema.wrapped === (text as unknown)) return visit(value);
	if (typeof value !== 'object' || value === null) return;
	const shape = shapeOf(schema, value);
	const isList = Array.isArray(value);
	for (const key of Object.keys(value)) {
		const next = isList ? shape.item : (shape.entries?.[key] ?? shape.value);
		if (!next) continue;
		path.push(isList ? Number(key) : key);
		eachText(next, (value as never)[key], path, visit);
		path.pop();
	}
}

function enter(written: unknown, languages: readonly string[], path: Path, tally: Tally): void {
	const [original = ''] = languages;
	tally.texts++;
	for (const language of languages) {
		if (has(written, language, original)) continue;
		const known = tally.lacking.get(language);
		if (known) known.number++;
		else tally.lacking.set(language, { number: 1, first: [...path] });
	}
}

/** A plain string is in the source language. */
function has(written: unknown, language: string, original: string): boolean {
	if (typeof written === 'string') return language === original;
	if (typeof written !== 'object' || written === null) return false;
	return Boolean((written as Record<string, string | undefined>)[language]?.trim());
}
