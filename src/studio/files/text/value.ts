import type { Json } from '../../contract/operations.ts';

export type Values = { readonly [key: string]: Json };
export type Keys = readonly (string | number)[];

export function isMap(value: unknown): value is Values {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same, whatever the order of keys. A key without a value counts as absent. */
export function isEqual(a: unknown, b: unknown): boolean {
	if (a === b || ((a ?? undefined) === undefined && (b ?? undefined) === undefined)) return true;
	if (Array.isArray(a) && Array.isArray(b)) {
		return a.length === b.length && a.every((one, index) => isEqual(one, b[index]));
	}
	if (!isMap(a) || !isMap(b)) return false;
	return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) =>
		isEqual(own(a, key), own(b, key)),
	);
}

/** A key of its own: a text may well be called `constructor`. */
export function own(value: unknown, key: string | number): Json | undefined {
	if (Array.isArray(value)) return value[Number(key)] as Json | undefined;
	return isMap(value) && Object.hasOwn(value, key) ? (value[key] as Json) : undefined;
}

/** With another value at a path; undefined takes the key away. What is missing around it is made. */
export function withIn(value: Json | undefined, path: Keys, to: Json | undefined): Json {
	const [key, ...rest] = path;
	if (key === undefined) return to ?? {};
	const inner = rest.length > 0 ? withIn(own(value, key), rest, to) : to;
	if (Array.isArray(value)) return value.map((one: Json, at) => (at === key ? inner! : one));
	const others = isMap(value) ? value : {};
	const entries = Object.entries(others).filter(([name]) => name !== key || inner !== undefined);
	const all = new Map<string, Json>(entries);
	if (inner !== undefined) all.set(String(key), inner);
	return Object.fromEntries(all);
}
