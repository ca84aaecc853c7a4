import * as v from 'valibot';
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
	const strange = unknownKeys(schema, written, languages ?? languagesOf(written));
	const unknown = [...groupBy(strange, ({ key, what }) => `${key} ${what}`).values()].map((group) =>
		unknownKey(group, source),
	);
	const wrong = (issues ?? []).map((issue) => asProblem(issue, source));
	for (const issue of issues ?? []) remove(output, pathOf(issue));
	const usable = issues?.some((issue) => pathOf(issue).length === 0) ? {} : output;
	return { value: usable as Partial<v.InferOutput<S>>, written, problems: [...wrong, ...unknown] };
}

/** Told once a file, at its first place: the same slip was copied from entry to entry. */
function unknownKey(group: readonly UnknownKey[], source: Source): Problem {
	const [{ path, key, known, what }] = group as [UnknownKey];
	const often = group.length > 1 ? ` (${group.length} times in this file)` : '';
	const message = `"${key}" is not ${what}${often}`;
	return problem('warning', source.file, source.position(path), message, suggestion(key, known));
}

/** exhibition.yaml itself says which languages its texts may be in. */
function languagesOf(value: unknown): readonly string[] {
	const { languages } = value as { languages?: unknown };
	return Array.isArray(languages) ? languages.filter((tag) => typeof tag === 'string') : [];
}

/** A key without a value (`caption:` left open) counts as absent. Changes the value in place. */
function withoutBlanks(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const members = value as Record<string, unknown>;
	for (const [key, member] of Object.entries(members)) {
		if (member === null && !Array.isArray(value)) delete members[key];
		else withoutBlanks(member);
	}
	return value;
}

function asProblem(issue: v.BaseIssue<unknown>, source: Source): Problem {
	const path = pathOf(issue);
	const [what = '', remedy = ''] = issue.message.split('\n');
	if (issue.received === 'undefined') {
		const message = `${subject(path)} is missing`;
		return problem('error', source.file, source.position(path), message, addition(path));
	}
	const message = `${subject(path)} ${what}${isPlain(issue) ? `, not ${received(issue)}` : ''}`;
	const position = source.position(path, 'value');
	return problem('error', source.file, position, message, wordMeant(issue) ?? remedy);
}

/** Is it the value as such that is wrong, so that it helps to repeat it? Not of names, and not of what a rule says of a whole group. */
function isPlain({ path, type, input }: v.BaseIssue<unknown>): boolean {
	const isName = path?.at(-1)?.origin === 'key';
	return !isName && !(type === 'check' && typeof input === 'object');
}

function pathOf(issue: v.BaseIssue<unknown>): (string | number)[] {
	return (issue.path ?? []).map(({ key }) => key as string | number);
}

/** What the sentence speaks of: a key by its name, an element by its number within its list. */
function subject(path: Path): string {
	const last = path.at(-1);
	if (last === undefined) return 'the file';
	if (typeof last === 'string') return `"${last}"`;
	const list = path.findLast((step) => typeof step === 'string');
	return `item ${last + 1} of "${list}"`;
}

function addition(path: Path): string {
	return `add a line with ${String(path.at(-1))}: and its value`;
}

function received({ input }: v.BaseIssue<unknown>): string {
	if (Array.isArray(input)) return `a list of ${input.length}`;
	if (input === null) return 'an empty value';
	if (typeof input === 'object') return 'a group of keys';
	const words = typeof input === 'string' ? `"${input}"` : String(input);
	return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

/** For a mistyped word out of a few: the one that was probably meant. */
function wordMeant({ type, expected, input }: v.BaseIssue<unknown>): string | undefined {
	if (type !== 'picklist' || typeof input !== 'string') return undefined;
	const words = [...(expected ?? '').matchAll(/"([^"]+)"/g)].map(([, word]) => word ?? '');
	return suggestion(input, words);
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
