import { Source } from '../../lib/server/content/source.ts';
import type { Json } from '../contract/operations.ts';
import { keysOf, type IdOf } from './keys.ts';
import { isEqual, isMap, own, type Values } from './text/value.ts';

/** What somebody changed beside us in a file, in a curator's words: "caption, of 004". */
export function outsideChanges(
	file: string,
	before: string | undefined,
	after: string | undefined,
	idOf: IdOf,
): string[] {
	const [a, b] = [valuesIn(file, before), valuesIn(file, after)];
	if (!a || !b) return [file];
	const keys = changedKeys(a, b).filter((key) => key !== 'photos');
	const own = keys.map((key) => `${key}, of ${file}`);
	const [was, is] = [entries(a, idOf), entries(b, idOf)];
	const told = [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
		const [one, other] = [was.get(id), is.get(id)];
		if (!one || !other) return [`${id}, in ${file}`];
		return changedKeys(one, other).map((key) => `${key}, of ${id}`);
	});
	const [order, now] = [[...was.keys()], [...is.keys()]];
	const isMoved = told.length === 0 && order.join() !== now.join();
	return [...own, ...told, ...(isMoved ? [`the order of ${file}`] : [])];
}

function valuesIn(file: string, text = ''): Values | undefined {
	if (!file.endsWith('.yaml')) return undefined;
	const { value } = new Source(file, text.replace(/^\ufeff/, '')).parse();
	return isMap(value) ? value : value === undefined || value === null ? {} : undefined;
}

function entries({ photos }: Values, idOf: IdOf): Map<string, Values> {
	if (!Array.isArray(photos)) return new Map();
	const keys = keysOf(photos as readonly Json[], idOf);
	return new Map(photos.map((item: Json, at) => [keys[at]!, isMap(item) ? item : {}]));
}

function changedKeys(a: Values, b: Values): string[] {
	const all = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...all].filter((key) => !isEqual(own(a, key), own(b, key)));
}
