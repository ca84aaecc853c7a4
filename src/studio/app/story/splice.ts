import { isMap, isScalar, parseDocument, stringify, type Pair, type YAMLMap } from 'yaml';
import type { MatterPath } from './matter.ts';

/**
 * A text of YAML in which the signs of one value are replaced, its lines taken away, or a line added. It does for what
 * is commonly written; whoever calls reads it again.
 */
export function spliced(front: string, [key, inner]: MatterPath, value: string): string {
	const { contents } = parseDocument<YAMLMap>(front, { logLevel: 'silent' });
	const pair = pairOf(contents, key);
	if (!pair) return value === '' ? front : appended(front, line([key, inner], value));
	if (inner === undefined) return value === '' ? cut(front, pair) : put(front, pair, plain(value));
	const group = pair.value;
	if (!isMap(group)) return appended(cut(front, pair), line([key, inner], value));
	const within = pairOf(group as YAMLMap, inner);
	const text = group.flow ? inBraces(value) : plain(value);
	if (within && value !== '') return put(front, within, text);
	if (within !== undefined && group.items.length === 1) return cut(front, pair);
	return group.flow
		? put(front, pair, braces({ ...(group.toJSON() as object), [inner]: value }))
		: inBlock(front, group as YAMLMap, within, `${inner}: ${text}`);
}

function pairOf(map: YAMLMap | null, key: string): Pair | undefined {
	return map?.items.find((one) => isScalar(one.key) && one.key.value === key);
}

/** On one line, whatever is in it. */
const plain = (value: string) => {
	const text = stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();
	return text.includes('\n') || /^(---|\.\.\.)/.test(text) ? JSON.stringify(value) : text;
};
const inBraces = (value: string) => (/[,[\]{}]/.test(value) ? JSON.stringify(value) : plain(value));

/** Without what is empty. */
function braces(group: object): string {
	const kept = Object.entries(group).filter(([, one]) => one !== '');
	const inside = kept.map(([key, one]) => {
		const isText = typeof one === 'string';
		return `${key}: ${isText ? inBraces(one) : JSON.stringify(one)}`;
	});
	return `{ ${inside.join(', ')} }`;
}

function line([key, inner]: MatterPath, value: string): string {
	return `${key}: ${inner === undefined ? plain(value) : braces({ [inner]: value })}`;
}

function appended(front: string, added: string): string {
	return front === '' ? added : `${front}\n${added}`;
}

/** A group with a key to a line: one of them goes, or another comes before the first. */
function inBlock(front: string, group: YAMLMap, within: Pair | undefined, added: string): string {
	if (within) return cut(front, within);
	const [at] = rangeOf(group.items[0]?.key) ?? [0];
	const indent = front.slice(lineStart(front, at), at);
	return `${front.slice(0, at)}${added}\n${indent}${front.slice(at)}`;
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

/** A value that goes over several lines ends with one; what comes in its place too. */
function put(front: string, { key, value }: Pair, text: string): string {
	const range = rangeOf(value);
	if (!range) {
		const [, after] = rangeOf(key) ?? [0, 0];
		return `${front.slice(0, after)}: ${text}${front.slice(after).replace(/^[ \t]*:[ \t]*/, '')}`;
	}
	const end = front.slice(...range).endsWith('\n') ? '\n' : '';
	return front.slice(0, range[0]) + text + end + front.slice(range[1]);
}

/** Takes the lines of a key away. */
function cut(front: string, { key, value }: Pair): string {
	const [from] = rangeOf(key) ?? [0];
	const [, to = front.length] = rangeOf(value) ?? rangeOf(key) ?? [];
	const rest = front[to - 1] === '\n' ? front.slice(to) : front.slice(to).replace(/^[^\n]*\n?/, '');
	return (front.slice(0, lineStart(front, from)) + rest).replace(/\n$/, '');
}

function rangeOf(node: unknown): [from: number, to: number] | undefined {
	const range = (node as { range?: [number, number, number] | null } | null)?.range;
	return range && range[1] > range[0] ? [range[0], range[1]] : undefined;
}
