import {
	Document,
	isMap,
	isScalar,
	isSeq,
	parseDocument,
	stringify,
	visit,
	type Node,
	type Pair,
	type ToStringOptions,
} from 'yaml';
import type { Path } from './source.ts';

/**
 * Writes into a YAML text without touching anything else of it: comments, order, quotes and line ends
 * stay as a person left them.
 */
export class Edit {
	constructor(private text: string) {}

	toString(): string {
		return this.text;
	}

	/** Sets the value at a path; what is around it must be there, and be a map. */
	set(path: Path, value: unknown): this {
		const key = path.at(-1) ?? '';
		const around = this.#nodeAt(path.slice(0, -1));
		if (!isMap(around)) throw new Error(`no map at ${path.slice(0, -1).join('.')}`);
		const pair = around.items.find((one) => isScalar(one.key) && one.key.value === key);
		if (pair) return this.#replace(pair, inFlow(value));
		const line = `${key}: ${inFlow(value)}`;
		if (around.flow) return this.#insertInFlow(around as Ranged, line, around.items.length > 0);
		const [first] = around.items;
		const start = (first?.key as Ranged | undefined)?.range[0];
		if (start === undefined) throw new Error(`nothing at ${path.slice(0, -1).join('.')}`);
		return this.#addLine(endOf(first, this.text), ' '.repeat(this.#columnOf(start)) + line);
	}

	/** Removes keys of the map at a path. */
	remove(path: Path, keys: readonly string[]): this {
		for (const key of keys) {
			const around = this.#nodeAt(path);
			if (!isMap(around)) return this;
			const index = around.items.findIndex((one) => isScalar(one.key) && one.key.value === key);
			const pair = around.items[index];
			if (!pair) continue;
			if (around.flow) this.#cutFromFlow(around.items, index);
			else this.#cutLines((pair.key as Ranged).range[0], endOf(pair, this.text));
		}
		return this;
	}

	/** Adds an item to the list under a key of the file itself, which is made where it is missing. */
	append(key: string, item: unknown): this {
		const list = this.#nodeAt([key]);
		const block = (indent: string) =>
			stringify([item], { lineWidth: 0 }).trimEnd().replace(/^/gm, indent);
		if (!isSeq(list) || (list.flow && list.items.length === 0)) {
			if (this.#nodeAt([]) !== null && this.#has(key)) this.remove([], [key]);
			if (this.text !== '' && !this.text.endsWith('\n')) this.text += this.#lineEnd;
			this.text += this.#lines(`${key}:\n${block('  ')}\n`);
			return this;
		}
		if (list.flow) return this.#insertInFlow(list as Ranged, inFlow(item), true);
		const dash = this.text.lastIndexOf('-', (list.items[0] as Ranged).range[0] - 1);
		const indent = ' '.repeat(this.#columnOf(dash));
		return this.#addLine(endOf(list.items.at(-1) as Ranged, this.text), block(indent));
	}

	get #lineEnd(): string {
		return this.text.includes('\r\n') ? '\r\n' : '\n';
	}

	#lines(text: string): string {
		return text.replaceAll('\n', this.#lineEnd);
	}

	#nodeAt(path: Path): unknown {
		const document = parseDocument(this.text, { logLevel: 'silent' });
		return path.length === 0 ? document.contents : document.getIn(path, true);
	}

	/** Is there such a key at the top, with a value? */
	has(key: string): boolean {
		const value = this.#nodeAt([key]);
		return value !== undefined && value !== null && !(isScalar(value) && value.value === null);
	}

	#has(key: string): boolean {
		const top = this.#nodeAt([]);
		return isMap(top) && top.has(key);
	}

	#columnOf(offset: number): number {
		return offset - (this.text.lastIndexOf('\n', offset - 1) + 1);
	}

	#splice(start: number, end: number, by: string): this {
		this.text = this.text.slice(0, start) + by + this.text.slice(end);
		return this;
	}

	#replace({ key, value }: Pair, by: string): this {
		const node = value as Ranged | null;
		const colon = this.text.indexOf(':', (key as Ranged).range[1]) + 1;
		if (!node?.range || node.range[0] === node.range[1])
			return this.#splice(colon, colon, ` ${by}`);
		const end = trimmedEnd(this.text, node.range[1]);
		// What stood on lines of its own comes to stand behind its key.
		const isBelow = this.text.slice(colon, node.range[0]).includes('\n');
		return isBelow ? this.#splice(colon, end, ` ${by}`) : this.#splice(node.range[0], end, by);
	}

	#insertInFlow({ range }: Ranged, what: string, isMore: boolean): this {
		const close = range[1] - 1;
		const end = trimmedEnd(this.text, close);
		const comma = isMore && this.text[end - 1] !== ',' ? ', ' : ' ';
		return this.#splice(end, close, `${comma}${what} `);
	}

	#cutFromFlow(items: readonly Pair[], index: number): void {
		const start = (items[index]?.key as Ranged).range[0];
		const next = items[index + 1];
		if (next) this.#splice(start, (next.key as Ranged).range[0], '');
		else {
			const before = items[index - 1];
			const from = before ? endOf(before, this.text) : start;
			this.#splice(from, endOf(items[index], this.text), '');
		}
	}

	/** Whole lines; a key that shares its line with the dash of a list leaves the dash to the next one. */
	#cutLines(start: number, end: number): void {
		const begin = this.text.lastIndexOf('\n', start - 1) + 1;
		const next = this.text.indexOf('\n', end);
		const after = next < 0 ? this.text.length : next + 1;
		if (/^\s*$/.test(this.text.slice(begin, start))) this.#splice(begin, after, '');
		else {
			const rest = /^[ \t]*/.exec(this.text.slice(after))?.[0].length ?? 0;
			this.#splice(start, after + rest, '');
		}
	}

	#addLine(after: number, line: string): this {
		const next = this.text.indexOf('\n', after);
		if (next >= 0) return this.#splice(next + 1, next + 1, this.#lines(`${line}\n`));
		return this.#splice(this.text.length, this.text.length, this.#lines(`\n${line}\n`));
	}
}

type Ranged = Node & { range: [number, number, number] };

/** On one line, whatever it holds. */
function inFlow(value: unknown): string {
	const document = new Document(value);
	visit(document, {
		Scalar(_, node) {
			if (typeof node.value === 'string' && node.value.includes('\n')) node.type = 'QUOTE_DOUBLE';
		},
	});
	const style = { collectionStyle: 'flow', lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity };
	return document.toString(style as ToStringOptions).trimEnd();
}

function trimmedEnd(text: string, end: number): number {
	while (end > 0 && /\s/.test(text[end - 1]!)) end--;
	return end;
}

/** Where a pair or an item ends, without the space behind it. */
function endOf(what: Pair | Ranged | undefined, text: string): number {
	if (what && 'range' in what) return trimmedEnd(text, what.range[1]);
	const { key, value } = what as Pair;
	const node = value as Ranged | null;
	if (node?.range && node.range[1] > node.range[0]) return trimmedEnd(text, node.range[1]);
	return text.indexOf(':', (key as Ranged).range[1]) + 1;
}
