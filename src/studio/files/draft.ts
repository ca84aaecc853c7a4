import { Source } from '../../lib/server/content/source.ts';
import type { Json } from '../contract/operations.ts';
import { keysOf, type IdOf } from './keys.ts';
import { fileOrder, itemOrder } from './order.ts';
import { StudioRefusal } from './studio-refusal.ts';
import { commentsIn } from './text/comments.ts';
import { chunkFor, dashed, indentedBy, undashed } from './text/item-text.ts';
import { put, readList, take, writeList, type Chunk, type List } from './text/list-text.ts';
import { MapText } from './text/map-text.ts';
import { Unproved } from './unproved.ts';
import { isEqual, isMap, own, withIn, type Values } from './text/value.ts';

export const listNames = ['photos', 'sections'] as const;
export type ListName = (typeof listNames)[number];

/** Something in a list; it stays itself wherever it goes and whatever becomes of its name. */
export interface Item {
	key: string;
	value: Json;
	/** As it was written elsewhere, where it comes from there. */
	chunk?: Chunk;
}

/**
 * A YAML file while a step is planned, twice: as the text that will be written, and as the value that this
 * text must then have. The one is made by splicing, the other by plain assignment, so that each proves
 * the other.
 */
export class Draft {
	/** What the file said when it was read. */
	readonly before: Values;
	#mark: string;
	#text: string;
	#values: Values;
	#items = new Map<ListName, Item[]>();
	#open: { name: ListName; list: List } | undefined;
	#dropped = 0;
	#comments: number;

	constructor(
		readonly file: string,
		text: string,
		private readonly languages: readonly string[],
		private readonly idOf: IdOf,
	) {
		this.#mark = text.startsWith('\ufeff') ? '\ufeff' : '';
		this.#text = text.slice(this.#mark.length);
		this.before = parsed(file, this.#text);
		this.#values = this.before;
		this.#comments = commentsIn(this.#text);
		for (const name of listNames) this.#readItems(name);
	}

	#readItems(name: ListName): void {
		const list = this.#values[name];
		this.#items.delete(name);
		if (!Array.isArray(list)) return;
		const keys = keysOf(list, this.idOf);
		this.#items.set(
			name,
			list.map((value: Json, at) => ({ key: keys[at]!, value })),
		);
	}

	/** What stands at a path of the file itself. */
	get values(): Values {
		const lists = [...this.#items].map(([name, items]) => [name, items.map(({ value }) => value)]);
		return { ...this.#values, ...Object.fromEntries(lists) } as Values;
	}

	/** Undefined where the file has no such list: not the same as an empty one. */
	items(name: ListName): readonly Item[] | undefined {
		return this.#items.get(name);
	}

	/** The name of an item as it is by now: its own, or what it says has changed it. */
	keyOf(name: ListName, item: Item): string {
		const items = this.#items.get(name) ?? [];
		const values = items.map(({ value }) => value);
		const isNamed = ['id', 'text', 'ref'].some((key) => own(item.value, key) !== undefined);
		return (isNamed && keysOf(values, this.idOf)[items.indexOf(item)]) || item.key;
	}

	setOwn(path: readonly string[], value: Json | undefined): void {
		this.#close();
		const map = new MapText(this.#text, fileOrder(this.file, this.languages)).set(path, value);
		this.#text = map.text;
		this.#dropped += map.dropped;
		this.#values = withIn(this.values, path, value) as Values;
		for (const name of listNames) if (path[0] === name) this.#readItems(name);
	}

	setIn(name: ListName, item: Item, path: readonly string[], value: Json | undefined): void {
		const list = this.#list(name);
		const chunk = list.chunks[this.#items.get(name)!.indexOf(item)]!;
		const order = itemOrder(item.value, this.languages);
		const map = new MapText(undashed(chunk.body, list), order).set(path, value);
		chunk.body = dashed(map.text, list);
		this.#dropped += map.dropped;
		item.value = withIn(item.value, path, value);
	}

	/** Brings items to stand together, in this order, before another, or at the end. */
	move(name: ListName, moved: readonly Item[], before: Item | undefined): void {
		const [list, items] = [this.#list(name), this.#items.get(name)!];
		const taken = moved.map((item) => {
			const index = items.indexOf(item);
			items.splice(index, 1);
			return { item, piece: take(list, index) };
		});
		for (const { item, piece } of taken) {
			const index = before ? items.indexOf(before) : items.length;
			put(list, index, piece);
			items.splice(index, 0, item);
		}
	}

	insert(name: ListName, item: Item, before: Item | undefined): void {
		const items = this.#items.get(name) ?? [];
		if (items.length === 0) {
			this.setOwn([name], [item.value]);
			this.#items.set(name, [item]);
			return;
		}
		const list = this.#list(name);
		const index = before ? items.indexOf(before) : items.length;
		// As far apart as the others are.
		const between = list.gaps[1] ?? '';
		const gap = list.kind === 'flow' || between.trim() === '' ? between : '';
		const chunk = chunkFor(item.value, item.chunk, list);
		this.#dropped -= commentsIn(chunk.lead + chunk.body);
		put(list, index, { chunk, gap });
		items.splice(index, 0, item);
	}

	take(name: ListName, item: Item): void {
		const [list, items] = [this.#list(name), this.#items.get(name)!];
		const index = items.indexOf(item);
		const { chunk } = take(list, index);
		this.#dropped += commentsIn(chunk.lead + chunk.body);
		items.splice(index, 1);
		item.chunk = list.kind === 'block' ? indentedBy(chunk, -list.column) : undefined;
	}

	/**
	 * The whole new text.
	 *
	 * @throws {Unproved} if it does not say what it should, or lost a comment
	 */
	toString(): string {
		this.#close();
		const read = new Source(this.file, this.#text).parse();
		const isRight = read.problems.length === 0 && isEqual(read.value ?? {}, this.values);
		const hasAll = commentsIn(this.#text) === this.#comments - this.#dropped;
		const text = this.#mark + this.#text;
		if (!isRight || !hasAll) throw new Unproved(this.file, text);
		proved = { text: this.#text, values: this.values };
		return text;
	}

	/** One list is open at a time: the other's text lies in what is around it. */
	#list(name: ListName): List {
		if (this.#open?.name === name) return this.#open.list;
		this.#close();
		const count = this.#items.get(name)?.length;
		const list = readList(this.#text, name, count);
		const isWhole = list?.chunks.length === count;
		if (!list || !isWhole || writeList(list) !== this.#text) throw unlike(this.file);
		if (list.kind === 'flow' && list.gaps.some((gap) => gap.includes('#'))) throw unlike(this.file);
		this.#open = { name, list };
		return list;
	}

	#close(): void {
		if (this.#open) this.#text = writeList(this.#open.list);
		this.#open = undefined;
	}
}

/** What was written last is mostly what is changed next. */
let proved: { text: string; values: Values } | undefined;

function parsed(file: string, text: string): Values {
	if (proved?.text === text) return proved.values;
	const { value, problems } = new Source(file, text).parse();
	const [first] = problems;
	if (first) throw new StudioRefusal(`${file}: ${first.message}`, first.remedy, file, first.line);
	if (value === undefined || value === null) return {};
	if (isMap(value)) return value;
	throw new StudioRefusal(`${file} is no group of keys.`, 'mend it in a text editor', file, 1);
}

function unlike(file: string): StudioRefusal {
	return new StudioRefusal(
		`The list in ${file} is written in a way that cannot be changed here.`,
		'write it with a dash before each item, on lines of its own',
		file,
	);
}
