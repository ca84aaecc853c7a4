import { isMap as isYamlMap, isSeq, type YAMLMap } from 'yaml';
import type { Json } from '../../contract/operations.ts';
import { commentsIn } from './comments.ts';
import {
	columnOf,
	documentOf,
	endOfPair,
	lineEndOf,
	nextLine,
	pairOf,
	refuseLinked,
	trimmedEnd,
	type Ranged,
	type RangedPair,
} from './parts.ts';
import { inline, pairLines, typeOf } from './render.ts';
import { isEqual, isMap, type Values } from './value.ts';

/** The order of keys in the map at a path. */
export type KeyOrder = (path: readonly string[]) => readonly string[];

/** A YAML map as text: values change in it, and all that is not concerned stays as a person left it. */
export class MapText {
	/** Comments that went with what was taken out. */
	dropped = 0;

	constructor(
		public text: string,
		private readonly order: KeyOrder,
	) {}

	/** Sets the value at a path, making what is missing around it; undefined takes the key away. */
	set(path: readonly string[], value: Json | undefined): this {
		let around: unknown = documentOf(this.text).contents;
		if (around === null || (around as Ranged).range[0] === (around as Ranged).range[1]) {
			return this.#begin(path, value);
		}
		for (const [depth, key] of path.entries()) {
			const pair = pairOf(around, key);
			const rest = path.slice(depth + 1);
			if (!pair || (rest.length > 0 && !isYamlMap(pair.value))) {
				if (value === undefined) return this;
				if (pair?.value) refuseLinked(pair.value);
				const whole = nested(rest, value);
				if (pair) return this.#replace(around as YAMLMap, pair, whole);
				return this.#insert(around as YAMLMap, path.slice(0, depth), key, whole);
			}
			if (rest.length === 0) return this.#change(around as YAMLMap, pair, path, value);
			around = pair.value;
		}
		return this;
	}

	#change(
		around: YAMLMap,
		pair: RangedPair,
		path: readonly string[],
		value: Json | undefined,
	): this {
		refuseLinked(pair.value);
		if (value === undefined) return this.#remove(around, pair);
		if (!isYamlMap(pair.value) || !isMap(value) || Object.keys(value).length === 0) {
			return this.#replace(around, pair, value);
		}
		// Key by key, so that what is said between them stays.
		const before = pair.value.toJSON() as Values;
		for (const key of Object.keys(value)) {
			if (!isEqual(before[key], value[key])) this.set([...path, key], value[key]);
		}
		for (const key of Object.keys(before)) if (!(key in value)) this.set([...path, key], undefined);
		return this;
	}

	#replace(around: YAMLMap, { key, value: node }: RangedPair, value: Json): this {
		const name = String((key as unknown as { value: unknown }).value);
		const colon = this.text.indexOf(':', key.range[1]) + 1;
		const old = node as Ranged | null;
		const isThere = old?.range && old.range[1] > old.range[0];
		const end = isThere ? trimmedEnd(this.text, old.range[1]) : colon;
		const hasRemark = /^[^\n\S]*#/.test(this.text.slice(end));
		const asLine = around.flow === true || hasRemark;
		const wasFlow = (isYamlMap(old) || isSeq(old)) && old.flow && old.items.length > 0;
		const like = typeOf(old);
		const indent = columnOf(this.text, key.range[0]);
		const lines = asLine || wasFlow ? inline(value, like) : pairLines(name, value, indent, like);
		const by = asLine || wasFlow ? ` ${lines}` : lines.slice(lines.indexOf(':') + 1);
		const gap = isThere ? this.text.slice(colon, old.range[0]) : '';
		const stays = by.startsWith(' ') && isThere && !gap.includes('\n') && !gap.includes('#');
		return stays ? this.#splice(old.range[0], end, by.slice(1)) : this.#splice(colon, end, by);
	}

	#insert(around: YAMLMap, path: readonly string[], key: string, value: Json): this {
		if (!isYamlMap(around)) throw new Error(`no map at ${path.join('.')}`);
		const items = around.items as RangedPair[];
		const before = predecessor(items, key, this.order(path));
		if (around.flow) return this.#insertInFlow(around, before, `${inline(key)}: ${inline(value)}`);
		const first = items[0]!;
		const indent = columnOf(this.text, first.key.range[0]);
		const lines = pairLines(key, value, indent);
		// The first key may share its line with the dash of a list.
		const canLead = /^\s*$/.test(this.text.slice(0, first.key.range[0]).split('\n').at(-1)!);
		if (!before && canLead && path.length > 0) {
			const at = first.key.range[0] - indent;
			return this.#splice(at, at, `${' '.repeat(indent)}${lines}\n`);
		}
		const at = nextLine(this.text, endOfPair(before ?? first, this.text));
		const isLast = at === this.text.length && !this.text.endsWith('\n');
		const line = `${' '.repeat(indent)}${lines}`;
		return this.#splice(at, at, isLast ? `\n${line}` : `${line}\n`);
	}

	#insertInFlow(around: YAMLMap, before: RangedPair | undefined, what: string): this {
		const { range } = around as unknown as Ranged;
		if (around.items.length === 0) return this.#splice(range[0], range[1], `{ ${what} }`);
		const end = endOfPair(before ?? (around.items[0] as RangedPair), this.text);
		if (before) return this.#splice(end, end, `, ${what}`);
		const start = (around.items[0] as RangedPair).key.range[0];
		return this.#splice(start, start, `${what}, `);
	}

	#remove(around: YAMLMap, pair: RangedPair): this {
		const items = around.items as RangedPair[];
		const [start, end] = [pair.key.range[0], endOfPair(pair, this.text)];
		if (around.flow) {
			const index = items.indexOf(pair);
			const [before, next] = [items[index - 1], items[index + 1]];
			if (next) return this.#cut(start, next.key.range[0]);
			return this.#cut(before ? endOfPair(before, this.text) : start, end);
		}
		const begin = this.text.lastIndexOf('\n', start - 1) + 1;
		const after = nextLine(this.text, end);
		if (/^\s*$/.test(this.text.slice(begin, start))) return this.#cut(begin, after);
		const rest = /^[ \t]*/.exec(this.text.slice(after))?.[0].length ?? 0;
		return this.#cut(start, after + rest);
	}

	/** In a file that holds nothing but perhaps remarks. */
	#begin([key, ...rest]: readonly string[], value: Json | undefined): this {
		if (key === undefined || value === undefined) return this;
		const lines = pairLines(key, nested(rest, value), 0);
		const gap = this.text === '' || this.text.endsWith('\n') ? '' : '\n';
		return this.#splice(this.text.length, this.text.length, `${gap}${lines}\n`);
	}

	#cut(start: number, end: number): this {
		return this.#splice(start, end, '');
	}

	#splice(start: number, end: number, by: string): this {
		this.dropped += commentsIn(this.text.slice(start, end)) - commentsIn(by);
		const lines = by.replaceAll(/\r?\n/g, lineEndOf(this.text));
		this.text = this.text.slice(0, start) + lines + this.text.slice(end);
		return this;
	}
}

function nested(path: readonly string[], value: Json): Json {
	return path.reduceRight<Json>((inner, key) => ({ [key]: inner }), value);
}

/** The last of those that come before a key; of a key without an order, the last of all. */
function predecessor(
	items: readonly RangedPair[],
	key: string,
	order: readonly string[],
): RangedPair | undefined {
	const place = order.indexOf(key);
	if (place < 0) return items.at(-1);
	const earlier = order.slice(0, place);
	return items.findLast((one) =>
		earlier.includes(String((one.key as unknown as { value: unknown }).value)),
	);
}
