import type { Content, PhotoRecord } from '../../lib/server/content/record.ts';
import type { SetOperation } from '../contract/operations.ts';
import type { Compared, Difference, Mapping, Table } from '../contract/tables.ts';
import { columnsOf, type Columns } from './columns.ts';
import { restored } from './defuse.ts';
import { newText, type Verb } from './cell.ts';
import { placeOf, shownText, type CaptionField } from './fields.ts';
import { hasLostLetters, isFormulaError } from './lost.ts';
import { photoFinder, type Naming } from './match.ts';
import { rewritten, type NewTexts } from './rewrite.ts';

/** A row that is of a photo. */
interface Found {
	row: number;
	cells: readonly string[];
	photo: PhotoRecord;
}

/** What a table would change. Where anything forbids the import, the step is empty. */
export function compare(
	content: Content,
	table: Table,
	mapping: Mapping,
	verb: Verb = 'revise',
): Compared {
	const columns = columnsOf(mapping, content);
	const { found, unknown } = matched(content, table, columns);
	const changes = found.flatMap((one) => changesIn(one, columns, content, verb));
	const differences = changes.flatMap((change) => change.differences);
	const refused = [...columns.refused, ...repeated(found), ...changes.flatMap(spoilt)];
	const spoken = new Set(found.map(({ photo }) => photo));
	const operations = refused.length > 0 ? [] : changes.flatMap((change) => change.operations);
	return {
		differences,
		unknown,
		missing: content.photos.filter((photo) => !spoken.has(photo)).map(({ id }) => id),
		refused,
		step: { operations, title: titleOf(differences) },
	};
}

function matched(content: Content, { rows }: Table, { keys }: Columns) {
	const find = photoFinder(content);
	const found: Found[] = [];
	const unknown: Compared['unknown'][number][] = [];
	for (const [index, cells] of rows.entries()) {
		const naming: Naming = {};
		for (const { key, column } of keys) naming[key] = restored(cells[column]?.trim() ?? '');
		const photo = find(naming);
		const row = index + 1;
		if (photo) found.push({ row, cells, photo });
		else if (keys.length > 0 && cells.some((cell) => cell.trim() !== ''))
			unknown.push({ row, text: textOf(naming, cells) });
	}
	return { found, unknown };
}

function textOf({ id, file, number }: Naming, cells: readonly string[]): string {
	return id || file || number || cells.filter((cell) => cell.trim() !== '').join(' · ');
}

interface Change {
	row: number;
	differences: Difference[];
	operations: SetOperation[];
}

/** By field: all of its languages are written at once. */
function changesIn(
	{ row, cells, photo }: Found,
	{ texts }: Columns,
	{ languages }: Content,
	verb: Verb,
): Change[] {
	const source = languages[0] ?? 'en';
	return [...new Set(texts.map(({ field }) => field))].flatMap((field) => {
		const shown = shownText(photo, field);
		const own = texts.filter((one) => one.field === field);
		const changed = own.flatMap(({ column, language }) => {
			const next = newText(cells[column] ?? '', shown[language], verb);
			return next ? [[language, next.text] as const] : [];
		});
		if (changed.length === 0 || clearsNothing(photo, field, changed)) return [];
		const next: NewTexts = Object.fromEntries(changed);
		const of = { kind: 'photo', photo: photo.id } as const;
		const operations = rewritten(of, placeOf(photo, field), { shown, source }, next);
		return [{ row, operations, differences: differencesOf(photo, field, changed) }];
	});
}

/** What only the file itself says, or what holds for all, cannot be taken away from one photo's entry. */
function clearsNothing(
	photo: PhotoRecord,
	field: CaptionField,
	changed: readonly (readonly [string, string | undefined])[],
): boolean {
	const left = { ...shownText(photo, field), ...Object.fromEntries(changed) };
	const isEmpty = Object.values(left).every((text) => text === undefined);
	return isEmpty && placeOf(photo, field).written === undefined;
}

function differencesOf(
	photo: PhotoRecord,
	field: CaptionField,
	changed: readonly (readonly [string, string | undefined])[],
): Difference[] {
	return changed.map(([language, value]) => {
		const was = shownText(photo, field)[language];
		return {
			...{ photo: photo.id, field: `${field}/${language}` },
			...(was !== undefined && { was }),
			...(value !== undefined && { value }),
		};
	});
}

function repeated(found: readonly Found[]): string[] {
	const first = new Map<PhotoRecord, number>();
	return found.flatMap(({ row, photo }) => {
		const before = first.get(photo);
		first.set(photo, before ?? row);
		return before ? [`rows ${before} and ${row} are both of ${photo.id}: keep one of them`] : [];
	});
}

function spoilt({ row, differences }: Change): string[] {
	return differences.flatMap(({ photo, field, value = '' }) => {
		const where = `row ${row}, ${field} of ${photo}, "${excerpt(value)}"`;
		if (isFormulaError(value)) return [`${where} is an error of a formula: write the text itself`];
		const remedy = 'save the table as .xlsx, from a copy in which they are right';
		return hasLostLetters(value) ? [`${where} has lost letters: ${remedy}`] : [];
	});
}

function excerpt(text: string): string {
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function titleOf(differences: readonly Difference[]): string {
	const photos = new Set(differences.map(({ photo }) => photo)).size;
	const [texts, of] = [differences.length, photos];
	return `Changed ${texts} text${texts === 1 ? '' : 's'} of ${of} photo${of === 1 ? '' : 's'} from a table`;
}
