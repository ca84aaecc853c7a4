import type { FacetName } from '$lib/facets';
import type { Key } from '$lib/i18n/interface';

/** What a facet is called, as the key of its word. */
export const facetWords: Readonly<Record<FacetName, Key>> = {
	gallery: 'galleries',
	place: 'places',
	year: 'years',
	person: 'people',
	theme: 'themes',
	photographer: 'photographers',
};
