import * as v from 'valibot';
import { suggestion } from './nearest.ts';
import type { Path } from './source.ts';
import { unknownKeys } from './unknown-keys.ts';

/** What is wrong with one value, whatever text it stands in. */
export interface Fault {
	path: Path;
	/** "must be …, not …", to be said of the key. */
	what: string;
	remedy: string;
	isMissing?: true;
}

/** An issue of the schema in a curator's words. */
export function faultOf(issue: v.BaseIssue<unknown>): Fault {
	const path = pathOf(issue);
	if (issue.received === 'undefined')
		return { path, what: 'is missing', remedy: addition(path), isMissing: true };
	const [what = '', remedy = ''] = issue.message.split('\n');
	const but = isPlain(issue) ? `, not ${received(issue)}` : '';
	return { path, what: what + but, remedy: wordMeant(issue) ?? remedy };
}

/**
 * All that the schema says against a value that is in no file yet, keys that it does not know among them.
 *
 * @param languages of the exhibition; none: texts may be in any
 */
export function faultsIn(
	schema: v.GenericSchema,
	given: unknown,
	languages: readonly string[],
): Fault[] {
	const value = withoutBlanks(given);
	const strange = unknownKeys(schema, value, languages).map(({ path, key, known, what }) => ({
		...{ path, what: `is not ${what}`, remedy: suggestion(key, known) },
	}));
	return [...(v.safeParse(schema, value).issues ?? []).map(faultOf), ...strange];
}

/** A copy in which a key without a value (`caption:` left open) is absent. */
export function withoutBlanks(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(withoutBlanks);
	const kept: Record<string, unknown> = {};
	for (const [key, member] of Object.entries(value)) {
		// Under this name nothing can be kept in a plain object.
		if (member !== null && key !== '__proto__') kept[key] = withoutBlanks(member);
	}
	return kept;
}

export function pathOf(issue: v.BaseIssue<unknown>): (string | number)[] {
	return (issue.path ?? []).map(({ key }) => key as string | number);
}

/** Is it the value as such that is wrong, so that it helps to repeat it? Not of names, and not of what a rule says of a whole group. */
function isPlain({ path, type, input }: v.BaseIssue<unknown>): boolean {
	const isName = path?.at(-1)?.origin === 'key';
	return !isName && !(type === 'check' && typeof input === 'object');
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
