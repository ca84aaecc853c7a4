import { Document, isScalar, type Scalar } from 'yaml';
import type { Json } from '../../contract/operations.ts';
import { isMap } from './value.ts';

/** As wide as the files that people write here. */
const width = 100;

type Type = Scalar.Type | null | undefined;

/** On one line, whatever it holds; a text in the quotes that `like` had. */
export function inline(value: Json, like?: Type): string {
	if (Array.isArray(value)) return `[${value.map((one: Json) => inline(one)).join(', ')}]`;
	if (!isMap(value)) return scalar(value, like);
	const pairs = Object.entries(value).map(([key, one]) => `${scalar(key)}: ${inline(one)}`);
	return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
}

/** So that it can stand in brackets and as a key. */
function scalar(value: Json, like?: Type): string {
	const document = new Document([value]);
	const node = document.get(0, true) as Scalar;
	if (typeof value === 'string') {
		if (value.includes('\n')) node.type = 'QUOTE_DOUBLE';
		else if (like?.startsWith('QUOTE')) node.type = like as Scalar.Type;
	}
	const style = { collectionStyle: 'flow', lineWidth: 0 } as const;
	const text = document.toString({ ...style, doubleQuotedMinMultiLineLength: Infinity });
	return text.trimEnd().slice(1, -1).trim();
}

/**
 * `key: value` as a person would write it on lines of its own: short groups in braces, long ones below
 * each other, a text of several lines as a block. Lines after the first are indented.
 */
export function pairLines(key: string, value: Json, indent: number, like?: Type): string {
	const name = scalar(key);
	const line = `${name}: ${inline(value, like)}`;
	if (isGroup(value)) {
		const isShort = line.length + indent <= width && !isWall(key);
		if (isShort || Object.keys(value).length === 0) return line;
		return `${name}:\n${' '.repeat(indent + 2)}${groupLines(value, indent + 2)}`;
	}
	if (typeof value !== 'string' || !isBlock(value, like)) return `${name}: ${plain(value, like)}`;
	return `${name}: ${block(value, indent, like)}`;
}

/** What hangs is always written below each other. */
function isWall(key: string): boolean {
	return key === 'photos' || key === 'sections';
}

function isGroup(value: Json): value is readonly Json[] | { readonly [key: string]: Json } {
	return typeof value === 'object' && value !== null;
}

function groupLines(
	value: readonly Json[] | { readonly [key: string]: Json },
	indent: number,
): string {
	const lines = Array.isArray(value)
		? value.map((one: Json) => itemLines(one, indent))
		: Object.entries(value as Record<string, Json>).map(([key, one]) =>
				pairLines(key, one, indent),
			);
	return lines.join(`\n${' '.repeat(indent)}`);
}

/** `- value`, from the dash on. */
export function itemLines(value: Json, column: number): string {
	const line = `- ${inline(value)}`;
	const hangs = isMap(value) && ['file', 'ref', 'text'].some((key) => key in value);
	if (!isGroup(value) || Object.keys(value).length === 0) return line;
	if (!hangs && line.length + column <= width) return line;
	return `- ${groupLines(value, column + 2)}`;
}

function isBlock(value: string, like: Type): boolean {
	// A line of nothing but space has no place in a block, nor has space at the edges.
	if (/^\s|[ \t]$|\n[ \t]*\n?$|\r/.test(value)) return false;
	return value.includes('\n') || like === 'BLOCK_FOLDED' || like === 'BLOCK_LITERAL';
}

/** Not in brackets: commas and the like need no quotes. */
function plain(value: Json, like: Type): string {
	if (typeof value === 'string' && value.includes('\n')) return scalar(value);
	const document = new Document(value);
	if (isScalar(document.contents) && typeof value === 'string' && like?.startsWith('QUOTE')) {
		document.contents.type = like as Scalar.Type;
	}
	return document.toString({ lineWidth: 0 }).trimEnd();
}

function block(value: string, indent: number, like: Type): string {
	const document = new Document({ k: value });
	const isFolded = like === 'BLOCK_FOLDED';
	(document.get('k', true) as Scalar).type = isFolded ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
	const text = document.toString({ lineWidth: isFolded ? width - indent : 0 }).trimEnd();
	return text.slice(3).replace(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`);
}

/** Of a value that stands in a text: how it was written. */
export function typeOf(node: unknown): Type {
	return isScalar(node) ? (node.type as Scalar.Type) : undefined;
}
