import { isAlias, isMap, parseDocument, visit, type Document } from 'yaml';
import { spliced } from './splice.ts';

/** A key, or one within a group: `title`, `byline.told_by`. */
export type MatterPath = readonly [key: string, inner?: string];

export interface Parts {
	/** Between the two lines of dashes; undefined: it does not begin with such a part. */
	front: string | undefined;
	body: string;
}

/** As the site reads it. To the head belongs a line that is left free below. */
const pattern = /^---[ \t]*\n((?:[^]*?\n)??)---[ \t]*(?=\n|$)(\n{0,2})/;

/** What is said of a story, and the story. */
export function partsOf(text: string): Parts {
	const found = pattern.exec(text);
	return found
		? { front: (found[1] ?? '').replace(/\n$/, ''), body: text.slice(found[0].length) }
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
	return `---\n${front === '' ? '' : `${front}\n`}---${between}${partsOf(text).body}`;
}

export interface Matter {
	of(path: MatterPath): string;
}

const groups = ['byline', 'event'];

/** Undefined: it cannot be read, or is written in a way that fields cannot change; it is typed as it stands. */
export function matterIn(front: string): Matter | undefined {
	const document = parsed(front);
	if (!document || groups.some((key) => !isGroup(document.get(key, true)))) return undefined;
	return { of: (path) => asText(document.getIn(path.filter((key) => key !== undefined))) };
}

/** A group of keys, or nothing yet. */
function isGroup(node: unknown): boolean {
	const { value } = (node ?? {}) as { value?: unknown };
	return node === undefined || isMap(node) || value === null;
}

function parsed(front: string): Document | undefined {
	const document = parseDocument(front, { logLevel: 'silent' });
	if (document.errors.length > 0 || isTied(document)) return undefined;
	return document.contents === null || isMap(document.contents) ? document : undefined;
}

/** With anchors one place says what another shows; with tags it is no plain text. */
function isTied(document: Document): boolean {
	let tied = false;
	visit(document, {
		Node: (_, node) => {
			tied ||= isAlias(node) || node.anchor !== undefined || node.tag !== undefined;
		},
	});
	return tied;
}

const asText = (value: unknown) =>
	['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';

/**
 * What is said of a story with one value changed; an empty value takes the key away. All else stays as it was written,
 * as far as it can: each way of changing the text is proved by reading it again.
 */
export function withValue(front: string, path: MatterPath, value: string): string {
	const document = parsed(front);
	if (!document) return front;
	const wanted = JSON.stringify(sorted(said(document.toJS() as Values, path, value)));
	const says = (text: string) => {
		const read = parsed(text)?.toJS() as Values | undefined;
		return read !== undefined && JSON.stringify(sorted(read ?? {})) === wanted;
	};
	const ways = [() => spliced(front, path, value), () => rewritten(document, path, value)];
	for (const way of ways) {
		const text = way().replace(/\n$/, '');
		if (says(text)) return text;
	}
	return front;
}

type Values = Record<string, unknown> | null;

/** What must be read afterwards. */
function said(before: Values, [key, inner]: MatterPath, value: string): Values {
	const all = { ...before };
	const group = (all[key] ?? {}) as Record<string, unknown>;
	const next = inner === undefined ? value : without({ ...group, [inner]: value }, inner, value);
	const isGone = next === '' || (inner !== undefined && Object.keys(next).length === 0);
	return without({ ...all, [key]: next }, key, isGone ? '' : 'kept');
}

function without(all: Record<string, unknown>, key: string, value: string) {
	return Object.fromEntries(Object.entries(all).filter(([one]) => one !== key || value !== ''));
}

/** The order of keys says nothing. */
function sorted(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return entries.map(([key, inner]) => [key, sorted(inner)]);
}

/** For what is written in an unusual way: all of it is written anew, comments too. */
function rewritten(document: Document, [key, inner]: MatterPath, value: string): string {
	const path = inner === undefined ? [key] : [key, inner];
	if (value === '') document.deleteIn(path);
	else if (inner !== undefined && !isMap(document.get(key))) document.set(key, { [inner]: value });
	else document.setIn(path, value);
	const group = inner === undefined ? undefined : document.get(key);
	if (isMap(group) && group.items.length === 0) document.delete(key);
	return document.toString({ lineWidth: 0 });
}
