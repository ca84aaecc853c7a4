import { CST, Parser } from 'yaml';
import { itemLines, type ItemLines } from '../../../lib/server/content/item-lines.ts';
import { lineEndOf, nextLine } from './parts.ts';

/** An item of a list as it is written, with the comments directly above it. */
export interface Chunk {
	lead: string;
	body: string;
}

/**
 * A list of a YAML file cut into its items, so that they can change their places as they are. `gaps[i]` is
 * what stands before item i and does not travel with it: empty lines, and comments that an empty line
 * sets apart, such as headings.
 */
export interface List {
	kind: 'block' | 'flow';
	before: string;
	gaps: string[];
	chunks: Chunk[];
	after: string;
	/** Of the dash. */
	column: number;
	lineEnd: string;
	/** The text ended with the last item, without a line end. */
	isOpen: boolean;
}

/** A piece taken out, with the empty lines that set it apart. */
export interface Taken {
	chunk: Chunk;
	gap: string;
}

/**
 * The list under a key of the file itself; undefined where there is none, or an empty one.
 *
 * @param count of its items, where that is known: it is found faster then
 */
export function readList(text: string, key: string, count?: number): List | undefined {
	const found = count === undefined ? undefined : itemLines(text, key, count);
	return found ? blockList(text, found) : parsedList(text, key);
}

function parsedList(text: string, key: string): List | undefined {
	const tokens = [...new Parser().parse(text)];
	const top = tokens.find((one): one is CST.Document => one.type === 'document')?.value;
	if (top?.type !== 'block-map') return undefined;
	const index = top.items.findIndex((one) => CST.isScalar(one.key) && keyOf(one.key) === key);
	const value = top.items[index]?.value;
	const next = top.items[index + 1]?.key?.offset;
	const start = top.items[index]?.key?.offset ?? 0;
	if (value?.type === 'block-seq')
		return blockList(text, { ...linesOf(text, value), key: start, end: next ?? text.length });
	return value?.type === 'flow-collection' ? flowList(text, value) : undefined;
}

function keyOf(token: CST.Token): string | undefined {
	return CST.resolveAsScalar(token)?.value;
}

function linesOf(text: string, list: CST.BlockSequence): Pick<ItemLines, 'lines' | 'column'> {
	const dashes = list.items.flatMap(({ start }) =>
		start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
	);
	const lines = dashes.map((dash) => text.lastIndexOf('\n', dash - 1) + 1);
	return { lines, column: (dashes[0] ?? 0) - (lines[0] ?? 0) };
}

function blockList(text: string, { lines, column, key, end }: ItemLines): List {
	const result: List = {
		...{ kind: 'block', before: text.slice(0, nextLine(text, key)), gaps: [], chunks: [] },
		...{ after: '', column, lineEnd: lineEndOf(text), isOpen: false },
	};
	let from = result.before.length;
	for (const [index, line] of lines.entries()) {
		const { apart, above } = commentsAbove(text.slice(from, line));
		const to = endOfItem(text, line, lines[index + 1] ?? lineStart(text, end), column);
		result.gaps.push(apart);
		result.chunks.push({ lead: above, body: text.slice(line, to) });
		from = to;
	}
	result.after = text.slice(from);
	return closed(result);
}

function lineStart(text: string, offset: number): number {
	return offset === text.length ? offset : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Comments that are directly above travel with what they stand above; an empty line sets them apart. */
function commentsAbove(between: string): { apart: string; above: string } {
	const above = /(?:^[ \t]*#[^\n]*\n)+(?![\s\S])/m.exec(between)?.[0] ?? '';
	return { apart: between.slice(0, between.length - above.length), above };
}

/** Comments that are indented deeper than the dash are the item's own. */
function endOfItem(text: string, start: number, limit: number, column: number): number {
	const lines = text.slice(start, limit).split(/(?<=\n)/);
	const isOthers = (line: string) => {
		const indent = /^[ \t]*/.exec(line)![0].length;
		return line.trim() === '' || (line[indent] === '#' && indent <= column);
	};
	while (lines.length > 1 && isOthers(lines.at(-1)!)) lines.pop();
	return start + lines.join('').length;
}

function closed(list: List): List {
	const last = list.chunks.at(-1);
	if (!last || last.body.endsWith('\n')) return list;
	last.body += list.lineEnd;
	return { ...list, isOpen: true };
}

function flowList(text: string, list: CST.FlowCollection): List | undefined {
	const items = list.items.filter(({ key, value }) => key ?? value);
	if (items.length === 0) return undefined;
	const spans = items.map((item) => {
		const source = CST.stringify({ ...item, start: [] });
		const start = (item.key ?? item.value)!.offset;
		return [start, start + source.trimEnd().length] as const;
	});
	const edges = [list.start.offset + 1, ...spans.map(([, end]) => end)];
	return {
		kind: 'flow',
		before: text.slice(0, edges[0]),
		gaps: spans.map(([start], index) => text.slice(edges[index], start)),
		chunks: spans.map(([start, end]) => ({ lead: '', body: text.slice(start, end) })),
		after: text.slice(edges.at(-1)),
		...{ column: 0, lineEnd: lineEndOf(text), isOpen: false },
	};
}

export function writeList({ before, gaps, chunks, after, isOpen, lineEnd }: List): string {
	const pieces = chunks.map(({ lead, body }, index) => `${gaps[index]}${lead}${body}`);
	const text = before + pieces.join('');
	if (chunks.length === 0) return withoutItems(before, after);
	return isOpen && after === '' ? text.slice(0, -lineEnd.length) : text + after;
}

/** A list that holds nothing is not the same as none: none hangs every picture of the folder. */
function withoutItems(before: string, after: string): string {
	if (before.endsWith('[')) return before + after;
	return (
		before.replace(/:([^\n]*?)(\r?\n?)$/, (_, rest: string, end: string) => `: []${rest}${end}`) +
		after
	);
}

const isBlank = (gap: string) => gap.trim() === '';

export function take(list: List, index: number): Taken {
	const { gaps, chunks } = list;
	const [chunk] = chunks.splice(index, 1);
	const [gap = ''] = gaps.splice(index, 1);
	const next = gaps[index];
	// What stood before the first item stays before the first; what is set apart is not taken along.
	const keep = list.kind === 'flow' ? index === 0 : index === 0 || !isBlank(gap);
	if (!keep) return { chunk: chunk!, gap };
	if (next === undefined) {
		if (list.kind === 'block') list.after = gap + list.after;
		return { chunk: chunk!, gap: '' };
	}
	const goes = list.kind === 'flow' || isBlank(next);
	gaps[index] = gap + (goes ? '' : next);
	return { chunk: chunk!, gap: goes ? next : '' };
}

export function put(list: List, index: number, { chunk, gap }: Taken): void {
	const { gaps, chunks, kind } = list;
	const between = kind === 'flow' && !gap.includes(',') ? ', ' : gap;
	const isEnd = index === chunks.length;
	if (isEnd) gaps.push(chunks.length === 0 && kind === 'flow' ? ' ' : between);
	else if (kind === 'flow' && index > 0) gaps.splice(index, 0, between);
	else gaps.splice(index, 1, gaps[index]!, between);
	chunks.splice(index, 0, chunk);
}
