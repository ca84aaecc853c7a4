import type { Json } from '../../contract/operations.ts';
import type { PhotoView } from '../../contract/view.ts';
import { at, same } from '../read.ts';
import { whole } from './needs.ts';

/** What all of them say in a field; `isMixed`: they do not say the same. */
export function common(
	photos: readonly PhotoView[],
	path: readonly string[],
): { value?: Json; isMixed: boolean } {
	const values = photos.map((photo) => at(whole(photo), path));
	const [first] = values;
	return values.every((one) => same(one, first))
		? { value: first, isMixed: false }
		: { isMixed: true };
}

/** How many of them have a word in a list. */
export function having(
	photos: readonly PhotoView[],
	path: readonly string[],
	word: string,
): number {
	return photos.filter((photo) => {
		const list = at(whole(photo), path);
		return Array.isArray(list) && list.some((one) => wordOf(one as Json) === word);
	}).length;
}

/** Content notes are maps with a kind, all else plain words. */
function wordOf(one: Json): Json | undefined {
	return typeof one === 'object' ? at(one, ['kind']) : one;
}

/** The list with a word, or without it. What else is in it stays as it is written. */
export function toggled(
	list: Json | undefined,
	word: string,
	isOn: boolean,
	item: Json = word,
): Json | undefined {
	const all = Array.isArray(list) ? (list as readonly Json[]) : [];
	const others = all.filter((one) => wordOf(one) !== word);
	if (isOn) return others.length === all.length ? [...all, item] : all;
	return others.length ? others : undefined;
}
