import { isAlias, isMap, isScalar, parseDocument, type Document, type Node, type Pair } from 'yaml';
import { StudioRefusal } from '../studio-refusal.ts';

export type Ranged = Node & { range: [number, number, number] };
export type RangedPair = Pair & { key: Ranged };

export function documentOf(text: string): Document {
	return parseDocument(text, { logLevel: 'silent', prettyErrors: false }) as Document;
}

/** The pair of a key in a map of the text. */
export function pairOf(map: unknown, key: string): RangedPair | undefined {
	if (!isMap(map)) return undefined;
	refuseLinked(map);
	const found = map.items.find((one) => isScalar(one.key) && String(one.key.value) === key);
	return found as RangedPair | undefined;
}

/** What is written once and meant twice cannot be changed in one of its places. */
export function refuseLinked(node: unknown): void {
	const { anchor, tag } = (node ?? {}) as { anchor?: string; tag?: string };
	const merges = isMap(node) && node.items.some(({ key }) => isScalar(key) && key.value === '<<');
	const sign = isAlias(node) ? `*${node.source}` : anchor ? `&${anchor}` : merges ? '<<' : tag;
	if (sign === undefined) return;
	throw new StudioRefusal(
		`This value is tied to others in its file (${sign}), so it cannot be changed here alone.`,
		'open the file in a text editor and write the value out where it is repeated',
	);
}

/** Where a value of a text ends, without the space behind it. */
export function trimmedEnd(text: string, end: number): number {
	while (end > 0 && /\s/.test(text[end - 1]!)) end--;
	return end;
}

export function endOfPair({ key, value }: RangedPair, text: string): number {
	const node = value as Ranged | null;
	if (node?.range && node.range[1] > node.range[0]) return trimmedEnd(text, node.range[1]);
	return text.indexOf(':', key.range[1]) + 1;
}

export function columnOf(text: string, offset: number): number {
	return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** After the line end that follows, or the text's end. */
export function nextLine(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	return end < 0 ? text.length : end + 1;
}

export function lineEndOf(text: string): string {
	return text.includes('\r\n') ? '\r\n' : '\n';
}
