import type { Text } from './model.ts';

/** What photos have in common, by which a visitor finds others; `theme` is a keyword. */
export type FacetName = 'gallery' | 'place' | 'year' | 'person' | 'theme' | 'photographer';

/** One value of a facet, with a page of its own. */
export interface FacetValue {
	facet: FacetName;
	/** What photos say: id of gallery, person or photographer, year, folded keyword; of a place its parts, folded, with `/`. */
	key: string;
	/** The last segment of its address. */
	slug: string;
	/** Of a place. A country's key is its folded code. */
	level?: 'country' | 'region' | 'city' | 'name';
	/** Key of the wider place that it lies in. */
	within?: string;
	name?: Text;
	/** A keyword as it was first written. */
	word?: string;
	/** Ids, in hanging order. */
	photos: readonly string[];
}
