import type { Json, SetOperation } from '../../contract/operations.ts';
import type { PhotoView } from '../../contract/view.ts';
import { withValue } from '../optimistic.ts';
import { isMap, type Entry } from '../read.ts';
import { setAll } from '../table/steps.ts';

/**
 * A field of consent or care for many photos. Neither group may be without some of its keys, yet they are filled in one
 * after the other: what is not said yet is written along with what is.
 */
export function setWhole(
	photos: readonly PhotoView[],
	path: readonly string[],
	value: Json | undefined,
	today: string,
): SetOperation[] {
	return photos.flatMap((photo) => {
		const fields = new Map<string, Field>([[path.join(), [path, value]]]);
		for (const one of alongWith(photo.entry, path, value, today)) fields.set(one[0].join(), one);
		return [...fields.values()].flatMap((one) => setAll([photo], ...one));
	});
}

type Field = readonly [path: readonly string[], value: Json | undefined];

function alongWith(
	entry: Entry,
	path: readonly string[],
	value: Json | undefined,
	today: string,
): Field[] {
	const group = withValue(entry, path, value)[path[0] ?? ''];
	if (!isMap(group) || Object.keys(group).length === 0) return [];
	if (path[0] === 'consent' && group.status === undefined)
		return [[['consent', 'status'], 'unknown']];
	if (path.join() !== 'care,checked_by') return [];
	if (value === undefined) return [[['care', 'checked_on'], undefined]];
	return group.checked_on === undefined ? [[['care', 'checked_on'], today]] : [];
}
