import type { Hanging, PhotoView } from '../../contract/view.ts';
import { whole } from '../care/needs.ts';
import { at } from '../read.ts';
import { sectionsOf } from './runs.ts';

export const sorts = ['date', 'name', 'rating'] as const;
export type Sort = (typeof sorts)[number];

const naturally = new Intl.Collator('en', { numeric: true });

/** All keys of a wall with the photos sorted under each heading; wall texts stay first there. */
export function sorted(
	hangings: readonly Hanging[],
	photo: (key: string) => PhotoView | undefined,
	by: Sort,
): string[] {
	const sections = sectionsOf(hangings);
	const order = [...new Set(sections)];
	const placed = hangings.map(({ key }, at) => ({
		key,
		section: order.indexOf(sections[at]),
		value: valueOf(photo(key), by),
	}));
	return placed
		.sort((one, other) => one.section - other.section || naturally.compare(one.value, other.value))
		.map(({ key }) => key);
}

function valueOf(photo: PhotoView | undefined, by: Sort): string {
	if (!photo) return '';
	if (by === 'name') return photo.file;
	if (by === 'date') return String(at(whole(photo), ['date', 'value']) ?? '9999');
	// The best first.
	return String(9 - Number(whole(photo).rating ?? 0));
}
