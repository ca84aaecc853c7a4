import type { Json, SetOperation, Subject } from '../../contract/operations.ts';
import type { Plan } from '../plan.ts';
import { StudioRefusal } from '../studio-refusal.ts';
import { isEqual, isMap, own } from '../text/value.ts';
import { namingsOf, refuseId } from './follow.ts';
import { placeOf } from './place.ts';
import { story } from './story.ts';

/** Writes one field, where the file still says what the curator saw. */
export async function set(plan: Plan, operation: SetOperation): Promise<void> {
	const { of, path, was, value } = operation;
	const place = await placeOf(plan, of);
	const said = placeName(of, path);
	if (!place) return plan.conflict(operation, said, { base: was, yours: value });
	refuseNames(of, path);
	const { source } = plan.book;
	const theirs = at(place.value, path, source);
	if (isEqual(theirs, value)) return;
	if (!isEqual(theirs, was))
		return plan.conflict(operation, said, { base: was, yours: value, theirs });
	const isId = of.kind === 'photo' && path.join() === 'id';
	if (isId) await refuseId(plan, of.photo, value);
	const change = effective(place.value, path, value, source);
	await place.set(change.path, change.value);
	plan.takeBack(() => ({ do: 'set', of: place.subject(), path, was: value, value: theirs }));
	if (isId && typeof value === 'string') await follow(plan, of.photo, value);
}

/** What names a photo goes on naming it. */
async function follow(plan: Plan, id: string, next: string): Promise<void> {
	if (id === next) return;
	for (const { operation } of await namingsOf(plan, id, next)) {
		if (operation.do === 'set') await set(plan, operation);
		else await story(plan, operation);
	}
}

/** What stands at a path. A text that is written without its language is in the source language. */
function at(value: Json | undefined, path: readonly string[], source: string): Json | undefined {
	let found = value;
	for (const [depth, key] of path.entries()) {
		const isText = typeof found === 'string' && depth === path.length - 1 && depth > 0;
		if (isText && key === source) return found;
		found = own(found, key);
	}
	return found ?? undefined;
}

/**
 * The path and value to write. A text without languages becomes one by language when a second is added, and
 * what is left empty goes as a whole.
 */
function effective(
	whole: Json | undefined,
	path: readonly string[],
	value: Json | undefined,
	source: string,
): { path: readonly string[]; value: Json | undefined } {
	const outer = path.slice(0, -1);
	const around = at(whole, outer, source);
	const language = path.at(-1)!;
	if (outer.length > 0 && typeof around === 'string') {
		if (language === source) return effective(whole, outer, value, source);
		return { path: outer, value: { [source]: around, [language]: value! } };
	}
	const isLast = isMap(around) && Object.keys(around).every((key) => key === language);
	if (value !== undefined || outer.length === 0 || !isLast) return { path, value };
	return effective(whole, outer, undefined, source);
}

/** What tells which file an entry is of is no field of it, and a list's order is not written as a whole. */
function refuseNames({ kind }: Subject, [first]: readonly string[]): void {
	const isName = kind === 'photo' && (first === 'file' || first === 'ref');
	const isList = kind === 'gallery' && first === 'photos';
	if (first !== undefined && !isName && !isList) return;
	throw new StudioRefusal(
		`${first ?? 'This'} cannot be set as a field.`,
		'move, add or remove what it names instead',
	);
}

/** What a curator calls it: "caption, tg, of train-window". */
export function placeName(of: Subject, path: readonly string[]): string {
	const names: Readonly<Record<Subject['kind'], string>> = {
		exhibition: 'the exhibition',
		gallery: 'gallery' in of ? of.gallery : '',
		section: 'section' in of ? of.section : '',
		photo: 'photo' in of ? of.photo : '',
		text: 'gallery' in of ? `a wall text in ${of.gallery}` : '',
	};
	return `${path.join(', ')}, of ${names[of.kind]}`;
}
