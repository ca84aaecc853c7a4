import * as v from 'valibot';
import { faultOf, pathOf, withoutBlanks } from './faults.ts';
import { suggestion } from './nearest.ts';
import { problem, type Problem } from './problems.ts';
import type { Path, Source } from './source.ts';
import { groupBy } from './tree.ts';
import { unknownKeys, type UnknownKey } from './unknown-keys.ts';

type Schema = v.GenericSchema;

/**
 * Checks one file against its schema. What is wrong is reported and taken out, so that the rest
 * can still be read and judged: the value may therefore lack keys that the schema requires.
 */
export function validate<S extends Schema>(
	schema: S,
	source: Source,
	languages?: readonly string[],
): { value: Partial<v.InferOutput<S>>; written?: unknown; problems: Problem[] } {
	const parsed = source.parse();
	if (parsed.problems.length > 0) return { value: {}, problems: parsed.problems };
	const written = withoutBlanks(parsed.value ?? {});
	const { issues, output } = v.safeParse(schema, written);
	const strange = unknownKeys(schema, parsed.value, languages ?? languagesOf(written));
	const told = strange.filter((one) => !one.isBlank || isTail(one, source));
	const alike = groupBy(told, ({ key, what, isBlank }) => `${key} ${what} ${isBlank}`);
	const unknown = [...alike.values()].map((group) => unknownKey(group, source));
	const wrong = (issues ?? []).map((issue) => asProblem(issue, source));
	for (const issue of issues ?? []) remove(output, pathOf(issue));
	const usable = issues?.some((issue) => pathOf(issue).length === 0) ? {} : output;
	return { value: usable as Partial<v.InferOutput<S>>, written, problems: [...wrong, ...unknown] };
}

/** Told once a file, at its first place: the same slip was copied from entry to entry. */
function unknownKey(group: readonly UnknownKey[], source: Source): Problem {
	const [{ path, key, known, what, isBlank }] = group as [UnknownKey];
	const often = group.length > 1 ? ` (${group.length} times in this file)` : '';
	const message = `"${key}" is not ${what}${often}`;
	const remedy = isBlank
		? 'in braces a comma ends a text: put the whole text in quotes'
		: suggestion(key, known);
	return problem('warning', source.file, source.position(path), message, remedy);
}

/** A key without a value counts as absent; without a colon it is what follows the comma of a text in braces. */
function isTail({ path, key }: UnknownKey, source: Source): boolean {
	return !source.from(path).slice(key.length).trimStart().startsWith(':');
}

/** exhibition.yaml itself says which languages its texts may be in. */
function languagesOf(value: unknown): readonly string[] {
	const { languages } = value as { languages?: unknown };
	return Array.isArray(languages) ? languages.filter((tag) => typeof tag === 'string') : [];
}

function asProblem(issue: v.BaseIssue<unknown>, source: Source): Problem {
	const { path, what, remedy, isMissing } = faultOf(issue);
	const position = source.position(path, isMissing ? 'key' : 'value');
	return problem('error', source.file, position, `${subject(path)} ${what}`, remedy);
}

/** What the sentence speaks of: a key by its name, an element by its number within its list. */
function subject(path: Path): string {
	const last = path.at(-1);
	if (last === undefined) return 'the file';
	if (typeof last === 'string') return `"${last}"`;
	const list = path.findLast((step) => typeof step === 'string');
	return `item ${last + 1} of "${list}"`;
}

/** Elements of lists leave a hole, so that the others keep their place. */
function remove(value: unknown, path: Path): void {
	const parent = path.slice(0, -1).reduce(step, value) as
		Record<string | number, unknown> | undefined;
	const last = path.at(-1);
	if (typeof parent !== 'object' || parent === null || last === undefined) return;
	if (Array.isArray(parent)) parent[Number(last)] = undefined;
	else delete parent[last];
}

function step(value: unknown, key: string | number): unknown {
	return typeof value === 'object' && value !== null
		? (value as Record<string | number, unknown>)[key]
		: undefined;
}
