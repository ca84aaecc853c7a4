import { Document, isCollection, isScalar, visit, type Scalar, type ToStringOptions } from 'yaml';
import type { Json } from '../../contract/operations.ts';

/** As wide as the files that people write here. */
const width = 100;

const oneLine: ToStringOptions = {
	collectionStyle: 'flow',
	lineWidth: 0,
	doubleQuotedMinMultiLineLength: Infinity,
};

/** On one line, whatever it holds; a text in the quotes that `like` had. */
export function inline(value: Json, like?: Scalar.Type | null): string {
	const document = new Document(value);
	visit(document, {
		Scalar(_, node) {
			if (typeof node.value !== 'string') return;
			if (node.value.includes('\n')) node.type = 'QUOTE_DOUBLE';
			else if (like?.startsWith('QUOTE')) node.type = like as Scalar.Type;
		},
	});
	return document.toString(oneLine).trimEnd();
}

/**
 * `key: value` as a person would write it on lines of its own: short groups in braces, long ones below
 * each other, a text of several lines as a block. Lines after the first are indented.
 */
export function pairLines(
	key: string,
	value: Json,
	indent: number,
	like?: Scalar.Type | null,
): string {
	return indented(blockText({ [key]: value }, indent, like), indent);
}

/** `- value`, from the dash on. */
export function itemLines(value: Json, column: number): string {
	return indented(blockText([value], column), column);
}

function blockText(value: Json, indent: number, like?: Scalar.Type | null): string {
	const document = new Document(value);
	const top = document.contents;
	visit(document, {
		Scalar(key, node) {
			if (key !== 'key') style(node, like);
		},
		Collection(_, node) {
			const isOuter = node === top || (Array.isArray(value) && node === itemOf(top));
			if (!isOuter && inline(node.toJSON() as Json).length + indent + 16 < width) node.flow = true;
		},
	});
	const isFolded = like === 'BLOCK_FOLDED';
	return document
		.toString({
			...oneLine,
			...(isFolded ? { lineWidth: width - indent } : {}),
			collectionStyle: 'any',
		})
		.trimEnd();
}

function itemOf(top: unknown): unknown {
	return isCollection(top) ? top.items[0] : undefined;
}

function style(node: Scalar, like?: Scalar.Type | null): void {
	if (typeof node.value !== 'string') return;
	const isLong = node.value.includes('\n');
	if (isLong) node.type = like === 'BLOCK_FOLDED' ? like : 'BLOCK_LITERAL';
	else if (like && like !== 'BLOCK_LITERAL') node.type = like;
}

function indented(text: string, by: number): string {
	return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(by)}`);
}

/** Of a value that stands in a text: how it was written. */
export function typeOf(node: unknown): Scalar.Type | null | undefined {
	return isScalar(node) ? (node.type as Scalar.Type) : undefined;
}
