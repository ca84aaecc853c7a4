import type { MoveOperation } from '../../contract/operations.ts';
import type { Hanging } from '../../contract/view.ts';
import { moved } from '../optimistic.ts';
import { sectionsOf, type Run } from './runs.ts';

export type Direction = 'start' | 'earlier' | 'later' | 'end';

/** Where something comes to hang: before another (null: at the end), under a heading. */
export interface Spot {
	before: string | null;
	/** null: before any section; absent: whatever section is there. */
	section?: string | null;
}

/**
 * The moves that bring keys to a spot, in the order they hang in now. What hung under a heading stays under it,
 * though the one that named the section may have left: those who stay then name it themselves.
 */
export function bring(
	gallery: string,
	hangings: readonly Hanging[],
	keys: readonly string[],
	spot: Spot,
): MoveOperation[] {
	const order = inOrder(hangings, keys);
	if (order.length === 0) return [];
	const move = moveTo(gallery, order, spot.before, sectionAt(hangings, order, spot));
	const after = moved(hangings, order, spot.before, move.section);
	return [move, ...kept(gallery, hangings, after, order)];
}

const moveTo = (
	gallery: string,
	keys: readonly string[],
	before: string | null,
	section?: string | null,
): MoveOperation => ({
	do: 'move',
	gallery,
	keys,
	before,
	...(section === undefined ? {} : { section }),
});

/** Those that hang, as they hang; then those that do not hang yet. */
export function inOrder(hangings: readonly Hanging[], keys: readonly string[]): string[] {
	const hung = hangings.map(({ key }) => key).filter((key) => keys.includes(key));
	return [...hung, ...keys.filter((key) => !hung.includes(key))];
}

function sectionAt(
	hangings: readonly Hanging[],
	keys: readonly string[],
	{ before, section }: Spot,
): string | null | undefined {
	if (section !== undefined) return section;
	const belongs = sectionsOf(hangings);
	if (belongs.every((one) => one === undefined)) return undefined;
	const rest = hangings.flatMap((one, at) =>
		keys.includes(one.key) ? [] : [[one.key, belongs[at]] as const],
	);
	const found = before === null ? rest.at(-1) : rest.find(([key]) => key === before);
	return found?.[1] ?? null;
}

/** Of those that were not meant: what would stand under another heading than before. */
function kept(
	gallery: string,
	before: readonly Hanging[],
	after: readonly Hanging[],
	meant: readonly string[],
): MoveOperation[] {
	const was = new Map(sectionsOf(before).map((section, at) => [before[at]!.key, section]));
	const moves: MoveOperation[] = [];
	let current: string | undefined;
	for (const [at, { key, section }] of after.entries()) {
		current = section ?? current;
		const old = was.get(key);
		if (meant.includes(key) || old === undefined || old === current) continue;
		moves.push(moveTo(gallery, [key], after[at + 1]?.key ?? null, (current = old)));
	}
	return moves;
}

/** One place on, or to an end: all that are meant come together there. Undefined: they are there already. */
export function spotTowards(
	hangings: readonly Hanging[],
	keys: readonly string[],
	direction: Direction,
	steps = 1,
): Spot | undefined {
	const order = hangings.map(({ key }) => key);
	const places = inOrder(hangings, keys).map((key) => order.indexOf(key));
	const first = places[0];
	const last = places.at(-1);
	if (first === undefined || last === undefined || first < 0) return undefined;
	const isTogether = last - first === places.length - 1;
	const rest = order.filter((key) => !keys.includes(key));
	if (direction === 'start')
		return first === 0 && isTogether ? undefined : { before: rest[0] ?? null };
	if (direction === 'end')
		return last === order.length - 1 && isTogether ? undefined : { before: null };
	if (direction === 'earlier')
		return first === 0 ? undefined : { before: rest[Math.max(0, first - steps)] ?? null };
	if (last === order.length - 1) return undefined;
	return { before: rest[last - places.length + 1 + steps] ?? null };
}

/** Before one of the wall, though that one may be among those that move: then before who stays after it. */
export function spotBefore(
	hangings: readonly Hanging[],
	keys: readonly string[],
	before: string | null,
): Spot {
	const from = hangings.findIndex(({ key }) => key === before);
	const stays = from < 0 ? undefined : hangings.slice(from).find(({ key }) => !keys.includes(key));
	return { before: stays?.key ?? null };
}

/** To be the n-th of the wall, from 1. */
export function spotAt(
	hangings: readonly Hanging[],
	keys: readonly string[],
	position: number,
): Spot {
	const rest = hangings.map(({ key }) => key).filter((key) => !keys.includes(key));
	return { before: rest[Math.max(0, position - 1)] ?? null };
}

/** Last under a heading; of a section that is empty, behind the whole wall. */
export function spotIn(
	hangings: readonly Hanging[],
	keys: readonly string[],
	section: string | null,
): Spot {
	const rest = hangings.filter(({ key }) => !keys.includes(key));
	const belongs = sectionsOf(rest);
	const wanted = section ?? undefined;
	if (wanted === undefined)
		return { before: rest[belongs.findIndex((one) => one !== undefined)]?.key ?? null, section };
	const last = belongs.lastIndexOf(wanted);
	return { before: last < 0 ? null : (rest[last + 1]?.key ?? null), section };
}

/** Where something is let go under a heading, before the n-th of what hangs there. */
export function spotUnder(
	hangings: readonly Hanging[],
	keys: readonly string[],
	run: Run,
	at: number,
): Spot {
	const section = run.section ?? null;
	const last = run.hangings.at(-1);
	if (!last) return spotIn(hangings, keys, section);
	const behind = hangings[hangings.findIndex(({ key }) => key === last.key) + 1];
	const before = run.hangings[at]?.key ?? behind?.key ?? null;
	return { ...spotBefore(hangings, keys, before), section };
}
