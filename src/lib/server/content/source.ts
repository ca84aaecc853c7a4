import { load } from 'js-yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { itemLines } from './item-lines.ts';
import { problem, start, type Position, type Problem } from './problems.ts';
import { syntaxErrors } from './yaml-errors.ts';

/** Keys and indices from the top of a YAML file to one of its values. */
export type Path = readonly (string | number)[];

/** Of so many items, and so often, the beginning of a text alone is read for a place in it. */
const someItems = 100;
const fewTimes = 4;

/** An anchor or alias may be in it: only `yaml` counts how often aliases are expanded. */
const mayHaveAlias = /(^|[\s[{,])[&*][^\s]/m;

/**
 * One YAML text. Values come from js-yaml, which is five times as fast as `yaml` (0.9 s against
 * 4.6 s for 10,000 photos); `yaml` reads the text again only when a place in it is asked for,
 * which is when something is wrong. Both read YAML 1.2 (tests hold them side by side).
 */
export class Source {
	#document: Document | undefined;
	#parsed: { value: unknown; problems: Problem[] } | undefined;
	#beginnings = 0;
	#lines = new LineCounter();

	constructor(
		readonly file: string,
		readonly text: string,
		/** Lines before the YAML begins, as in front matter. */
		readonly offset = 0,
	) {}

	/** The plain value, the same each time and nobody's to change, or the problems that stopped it from being read. */
	parse(): { value: unknown; problems: Problem[] } {
		return (this.#parsed ??= this.#parse());
	}

	#parse(): { value: unknown; problems: Problem[] } {
		if (!mayHaveAlias.test(this.text)) {
			try {
				return { value: load(this.text), problems: [] };
			} catch {
				// `yaml` says what is wrong, and where.
			}
		}
		return this.#parseSlowly();
	}

	/** Where the value at `path` begins, or its key; for what is absent, the nearest thing around it. */
	position(path: Path, of: 'key' | 'value' = 'key'): Position {
		const offset = this.#offset(path, of);
		return this.#at(offset);
	}

	/** The text from the key at `path` on. */
	from(path: Path): string {
		return this.text.slice(this.#offset(path, 'key'));
	}

	#offset(path: Path, of: 'key' | 'value'): number {
		let node: unknown = (this.#beginning(path) ?? this.#read()).contents;
		let found = offsetOf(node);
		for (const [depth, step] of path.entries()) {
			const next = child(node, step);
			if (!next) break;
			node = next.value;
			const wantsValue = of === 'value' && depth === path.length - 1;
			found = (wantsValue ? offsetOf(next.value) : undefined) ?? next.offset ?? found;
		}
		return found ?? 0;
	}

	/** The text as far as the item of a list that a path leads to: one place is asked for more often than many. */
	#beginning([key, index]: Path): Document | undefined {
		if (this.#document || typeof key !== 'string' || typeof index !== 'number') return undefined;
		if (index > someItems || this.#beginnings >= fewTimes) return undefined;
		const next = itemLines(this.text, key)?.lines[index + 1];
		if (next === undefined) return undefined;
		this.#beginnings++;
		this.#lines = new LineCounter();
		const document = parsed(this.text.slice(0, next), this.#lines);
		const list = child(document.contents, key)?.value;
		const isRight = isSeq(list) && list.items.length === index + 1 && !document.errors.length;
		return isRight ? document : undefined;
	}

	#at(offset: number): Position {
		const { line, col } = this.#lines.linePos(offset);
		return line === 0 ? start : { line: line + this.offset, column: col };
	}

	#read(): Document {
		if (!this.#document) {
			this.#lines = new LineCounter();
			this.#document = parsed(this.text, this.#lines);
		}
		return this.#document;
	}

	#parseSlowly(): { value: unknown; problems: Problem[] } {
		const document = this.#read();
		const problems = syntaxErrors(document, this.text).map(({ offset, message, remedy }) =>
			problem('error', this.file, this.#at(offset), message, remedy),
		);
		if (problems.length > 0) return { value: undefined, problems };
		try {
			return { value: document.toJS({ maxAliasCount: 100 }), problems };
		} catch (error) {
			const message = `not readable as YAML: ${(error as Error).message}`;
			const remedy = 'write the text out where it is repeated';
			return { value: undefined, problems: [problem('error', this.file, start, message, remedy)] };
		}
	}
}

function parsed(text: string, lineCounter: LineCounter): Document {
	return parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'silent' }) as Document;
}

function child(
	node: unknown,
	step: string | number,
): { value: unknown; offset?: number } | undefined {
	if (isMap(node)) {
		const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
		return pair && { value: pair.value, offset: offsetOf(pair.key) };
	}
	if (!isSeq(node) || typeof step !== 'number') return undefined;
	const item = node.items[step];
	return item === undefined ? undefined : { value: item, offset: offsetOf(item) };
}

function offsetOf(node: unknown): number | undefined {
	return (node as Node | undefined)?.range?.[0];
}
