import { isMap, isScalar, parseDocument, stringify, type Pair, type YAMLMap } from 'yaml';

/** A key, or one within a group: `title`, `byline.told_by`. */
export type MatterPath = readonly [key: string, inner?: string];

export interface Parts {
	/** Between the two lines of dashes; undefined: it does not begin with such a part. */
	front: string | undefined;
	body: string;
}

const pattern = /^---\n(?:([^]*?)\n)?---[ \t]*(?=\n|$)(\n*)/;

/** What is said of a story, and the story. */
export function partsOf(text: string): Parts {
	const found = pattern.exec(text);
	return found
		? { front: found[1] ?? '', body: text.slice(found[0].length) }
		: { front: undefined, body: text };
}

/** The text with another story below what is said of it. */
export function withBody(text: string, body: string): string {
	const [head = ''] = pattern.exec(text) ?? [];
	return (head.endsWith('\n') || head === '' ? head : `${head}\n`) + body;
}

/** The text with something else said of it. */
export function withFront(text: string, front: string): string {
	const [, , between = '\n\n'] = pattern.exec(text) ?? [];
	const end = front === '' || front.endsWith('\n') ? '' : '\n';
	return `---\n${front}${end}---${between}${partsOf(text).body}`;
}

/** Undefined: it cannot be read, and is mended by hand. */
export function matterIn(front: string): { of(path: MatterPath): string } | undefined {
	const document = parseDocument(front, { logLevel: 'silent' });
	const isGroup = document.contents === null || isMap(document.contents);
	if (document.errors.length > 0 || !isGroup) return undefined;
	return { of: (path) => asText(document.getIn(path.filter((key) => key !== undefined))) };
}

const asText = (value: unknown) =>
	['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';

/**
 * What is said of a story with one value changed. All else stays as it was written, comments and all; an empty value
 * takes the key away.
 */
export function withValue(front: string, [key, inner]: MatterPath, value: string): string {
	const { contents } = parseDocument<YAMLMap>(front, { logLevel: 'silent' });
	const pair = pairOf(contents, key);
	if (!pair) return value === '' ? front : appended(front, line([key, inner], value));
	if (inner === undefined) return value === '' ? cut(front, pair) : put(front, pair, plain(value));
	const group = pair.value;
	if (!isMap(group)) return appended(cut(front, pair), line([key, inner], value));
	const within = pairOf(group as YAMLMap, inner);
	if (within && value !== '') return put(front, within, plain(value));
	const isLast = within !== undefined && group.items.length === 1;
	if (isLast) return cut(front, pair);
	return group.flow
		? put(front, pair, flow(said(group, inner, value)))
		: inBlock(front, group as YAMLMap, within, `${inner}: ${plain(value)}`);
}

function said(group: YAMLMap<unknown, unknown>, inner: string, value: string): object {
	const all = { ...(group.toJSON() as Record<string, unknown>), [inner]: value };
	return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== ''));
}

/** A group with a key to a line: one of them goes, or another comes before the first. */
function inBlock(front: string, group: YAMLMap, within: Pair | undefined, added: string): string {
	if (within) return cut(front, within);
	const [at] = rangeOf(group.items[0]?.key) ?? [0];
	const indent = front.slice(lineStart(front, at), at);
	return `${front.slice(0, at)}${added}\n${indent}${front.slice(at)}`;
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

function pairOf(map: YAMLMap | null, key: string): Pair | undefined {
	return map?.items.find((one) => isScalar(one.key) && one.key.value === key);
}

const plain = (value: string) => stringify(value, { lineWidth: 0 }).trimEnd();
const flow = (value: object) =>
	stringify(value, { lineWidth: 0, collectionStyle: 'flow' }).trimEnd();

function line([key, inner]: MatterPath, value: string): string {
	return `${key}: ${inner === undefined ? plain(value) : flow({ [inner]: value })}`;
}

function appended(front: string, added: string): string {
	return front === '' ? added : `${front.replace(/\n$/, '')}\n${added}`;
}

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
