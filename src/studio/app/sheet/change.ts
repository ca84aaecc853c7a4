import type { Json, SetOperation } from '../../contract/operations.ts';
import type { PhotoView } from '../../contract/view.ts';
import { at, heldAt, setText, setValue, textIn } from '../read.ts';
import { fromCommas, listOf } from '../photo/names.ts';

/** A field of a photo as a curator fills it in: a text in each language, a list, or a plain value. */
export interface Field {
	/** Names it: `caption`, `place.name`. */
	key: string;
	path: readonly string[];
	kind: 'text' | 'list' | 'plain';
}

const field = (key: string, kind: Field['kind'] = 'text'): Field => ({
	key,
	path: key.split('.'),
	kind,
});

export const textFields: readonly Field[] = [
	...['title', 'caption', 'alt', 'description'].map((key) => field(key)),
	...['place.name', 'place.city', 'credit.line'].map((key) => field(key)),
];
export const allFields: readonly Field[] = [
	...textFields,
	field('keywords', 'list'),
	...['date.value', 'place.country'].map((key) => field(key, 'plain')),
];

/** A cell of the table: a field in a language; those without languages have one cell, of the source. */
export interface Column {
	field: Field;
	lang: string;
}

export function columnsOf(fields: readonly Field[], languages: readonly string[]): Column[] {
	const source = languages.slice(0, 1);
	return fields.flatMap((one) =>
		(one.kind === 'text' ? languages : source).map((lang) => ({ field: one, lang })),
	);
}

export function readCell(
	{ entry }: Pick<PhotoView, 'entry'>,
	{ field: { path, kind }, lang }: Column,
	source: string,
): string {
	return asCell(at(entry, path), { kind, lang }, source);
}

function asCell(
	value: Json | undefined,
	{ kind, lang }: { kind: Field['kind']; lang: string },
	source: string,
): string {
	if (kind === 'text') return textIn(value, lang, source);
	return kind === 'list' ? listOf(value).join(', ') : String(value ?? '');
}

/** What holds while a cell is empty. */
export function readHeld({ entry, shown }: PhotoView, column: Column, source: string): string {
	const { field, lang } = column;
	return asCell(heldAt(entry, shown, field.path), { kind: field.kind, lang }, source);
}

/** Of those nothing but the photo's own file says anything else. */
const fromFile = textFields.filter(({ key }) => !key.includes('.'));

export function isFromFile({ field: { key } }: Column): boolean {
	return fromFile.some((one) => one.key === key);
}

/** Texts of a photo's own file, as what would be written. */
export function saidByFile(
	photo: PhotoView,
	languages: readonly string[],
	source: string,
): Change[] {
	const changes = columnsOf(fromFile, languages).map((column): Change => {
		return { photo, column, value: readCell({ entry: photo.shown }, column, source) };
	});
	return changes.filter(({ value }) => value !== '');
}

/** One cell that will say something else. */
export interface Change {
	photo: PhotoView;
	column: Column;
	value: string;
}

export function setCell({ photo, column, value }: Change, source: string): SetOperation {
	const of = { kind: 'photo', photo: photo.id } as const;
	const {
		field: { path, kind },
		lang,
	} = column;
	if (kind === 'text') return setText(of, photo.entry, { field: path, lang, source }, value);
	const written: Json | undefined = kind === 'list' ? fromCommas(value) : value.trim() || undefined;
	return setValue(of, photo.entry, path, written);
}

/** Those that change anything. */
export function changing(changes: readonly Change[], source: string): Change[] {
	return changes.filter((one) => readCell(one.photo, one.column, source) !== one.value);
}

export function operationsOf(changes: readonly Change[], source: string): SetOperation[] {
	return changes.map((change) => setCell(change, source));
}
