import * as v from 'valibot';
import { faultsIn, type Fault } from '../../lib/server/content/faults.ts';
import { largest } from '../../lib/server/content/read-file.ts';
import { exhibition } from '../../lib/server/content/schema/exhibition.ts';
import { gallery } from '../../lib/server/content/schema/gallery.ts';
import { shapeOf, type Shape } from '../../lib/server/content/shape.ts';
import type { Json } from '../contract/operations.ts';
import { listNames, type Draft, type Item, type ListName } from './draft.ts';
import type { Plan } from './plan.ts';
import { Unfit } from './studio-refusal.ts';
import { own, type Values } from './text/value.ts';

/** A value that a step has changed, made or taken away, and the schema that judges it. */
interface Part {
	schema: v.GenericSchema;
	value: unknown;
	/** As a curator calls it; asked only where something is wrong. */
	name: () => string;
}

/** The parts of all files of a step that it does not leave alone, as they were and as they are to be. */
interface Parts {
	before: Part[];
	after: Part[];
}

/**
 * Where the reader of the exhibition would find something wrong that was not wrong before. What a file has of
 * that already stays, and does not keep anybody from the rest; what nobody touched is not looked at again, so that a
 * caption among thousands costs no more than its own entry.
 *
 * @throws {Unfit} naming the field, what is wrong with it, and what to do
 */
export function refuseUnfit(plan: Plan): void {
	const languages = languagesIn(plan);
	const { before, after } = partsOf(plan);
	const known = new Map<string, number>();
	for (const part of before) {
		for (const fault of faultsOf(part, languages)) {
			const sign = signOf(fault);
			known.set(sign, (known.get(sign) ?? 0) + 1);
		}
	}
	for (const part of after) {
		for (const fault of faultsOf(part, languages)) {
			const left = known.get(signOf(fault)) ?? 0;
			if (left === 0) throw unfit(part, fault);
			known.set(signOf(fault), left - 1);
		}
	}
}

/** What could not be read again must not be written. */
export function refuseTooLong(file: string, text: string): void {
	if (Buffer.byteLength(text) <= largest) return;
	throw new Unfit(
		`With this text ${file} would be larger than ${largest / 2 ** 20} MB, and could not be read any more.`,
		'shorten the text',
		file,
	);
}

/** Entries have no names of their own for who reads a schema: where one stands is no part of what is wrong. */
function signOf({ path, what }: Fault): string {
	return JSON.stringify([path.map((step) => (typeof step === 'number' ? 0 : step)), what]);
}

function faultsOf({ schema, value }: Part, languages: readonly string[]): Fault[] {
	return value === undefined ? [] : faultsIn(schema, value, languages);
}

/** Of the exhibition, as the step leaves them. */
function languagesIn({ drafts, book }: Plan): readonly string[] {
	const written = drafts.get('exhibition.yaml')?.draft.values.languages;
	const languages = Array.isArray(written) ? (written as readonly Json[]) : [];
	const tags = languages.filter((tag) => typeof tag === 'string');
	return tags.length > 0 ? tags : book.languages;
}

function partsOf({ drafts }: Plan): Parts {
	const all = [...drafts.values()].map(({ draft }) => draft);
	const [before, after]: [Part[], Part[]] = [[], []];
	for (const draft of all) addKeys(draft, before, after);
	for (const list of listNames) {
		const was = new Set(all.flatMap((draft) => [...listIn(draft.before, list)]));
		const is = new Set(all.flatMap((draft) => draft.items(list)?.map(({ value }) => value) ?? []));
		const schema = itemSchema(list);
		for (const value of was) if (!is.has(value)) before.push({ schema, value, name: () => '' });
		for (const draft of all) {
			for (const item of draft.items(list) ?? []) {
				if (was.has(item.value)) continue;
				after.push({ schema, value: item.value, name: () => nameOf(draft, list, item) });
			}
		}
	}
	return { before, after };
}

/** Keys of the file itself: values stay the same objects until they are changed. */
function addKeys(draft: Draft, before: Part[], after: Part[]): void {
	const [was, is] = [draft.before, draft.values];
	const isExhibition = draft.file === 'exhibition.yaml';
	const name = () => (isExhibition ? 'the exhibition' : draft.file);
	for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
		const isList = (listNames as readonly string[]).includes(key) && draft.items(key as ListName);
		if (isList || own(was, key) === own(is, key)) continue;
		const schema = keySchema(isExhibition ? exhibition : gallery, key);
		before.push({ schema, value: only(was, key), name });
		after.push({ schema, value: only(is, key), name });
	}
}

function listIn(values: Values, name: ListName): readonly Json[] {
	const list = own(values, name);
	return Array.isArray(list) ? (list as readonly Json[]) : [];
}

function only(values: Values, key: string): Values {
	const value = own(values, key);
	return value === undefined ? {} : { [key]: value };
}

function itemSchema(name: ListName): v.GenericSchema {
	const list = shapeOf(shapeOf(gallery as Shape, {}).entries![name]!, []);
	return list.item as v.GenericSchema;
}

/** A file's schema with one key of it alone; a key that it does not know is looked for among all. */
function keySchema(schema: v.GenericSchema, key: string): v.GenericSchema {
	const { entries = {} } = shapeOf(schema as Shape, {});
	const known = entries[key];
	return known ? v.looseObject({ [key]: known as v.GenericSchema }) : nothingOf(entries);
}

/** Only what it does not know is wrong in it: the other keys are not asked for. */
function nothingOf(entries: Record<string, Shape>): v.GenericSchema {
	const all = Object.entries(entries).map(([key, one]) => [
		key,
		v.optional(one as v.GenericSchema),
	]);
	return v.looseObject(Object.fromEntries(all) as v.ObjectEntries);
}

function nameOf(draft: Draft, list: ListName, item: Item): string {
	const isText = own(item.value, 'text') !== undefined && own(item.value, 'file') === undefined;
	return isText ? `a wall text in ${draft.file}` : draft.keyOf(list, item);
}

function unfit({ name }: Part, { path, what, remedy, isMissing }: Fault): Unfit {
	const field = path.map((step) => (typeof step === 'number' ? step + 1 : step)).join(', ');
	const which = field === '' ? 'What is new' : `"${field}"`;
	const says = isMissing
		? `${which} of ${name()} is missing, and the rest of its group cannot be without it.`
		: `${which} of ${name()} ${what}.`;
	return new Unfit(says, isMissing ? 'fill it in first, or empty the whole group' : remedy);
}
