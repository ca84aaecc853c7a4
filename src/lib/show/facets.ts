import type { FacetName, FacetValue } from '../facets.ts';
import { countryName, formatDate } from '../i18n/dates.ts';
import type { Exhibition, Language } from '../model.ts';
import { showElsewhere, type ShownPhoto } from './photo.ts';
import { sayer, type Words } from './words.ts';

/** One value in the list of its facet. */
export interface ShownValue {
	slug: string;
	name: Words;
	/** A person whose name is not this one. */
	isChanged?: boolean;
	/** Number of pictures. */
	count: number;
	/** The last day on which any of its pictures may be shown. */
	until?: string;
	/** Narrower places. */
	values: ShownValue[];
}

export interface ShownFacet {
	facet: FacetName;
	values: ShownValue[];
}

export interface ShownValuePage {
	facet: FacetName;
	slug: string;
	name: Words;
	isChanged?: boolean;
	count: number;
	until?: string;
	/** Of a long wall, the part that hangs on this page, and the number of pages. */
	page: number;
	pages: number;
	photos: ShownPhoto[];
	/** May search engines have all of the pictures on this page? */
	indexing: boolean;
	/** Segments of the page which shows the same, after the language; it is the one to keep. */
	same?: readonly string[];
}

const order: readonly FacetName[] = ['gallery', 'place', 'year', 'person', 'theme', 'photographer'];

/** Facets that have a value, as the page that lists them shows them. */
export function showFacets(exhibition: Exhibition, lang: Language): ShownFacet[] {
	const shown = order.map((facet): ShownFacet => {
		const values = exhibition.facets.filter((one) => one.facet === facet);
		return { facet, values: sorted(facet, nested(exhibition, values, undefined, lang), lang) };
	});
	return shown.filter(({ values }) => values.length > 0);
}

/** A country may have thousands of pictures, and a page of them all would never arrive on a telephone. */
const mostOnPage = 60;

export function pagesOf({ photos }: FacetValue): number {
	return Math.max(1, Math.ceil(photos.length / mostOnPage));
}

/** @param page from 1 */
export function showValue(
	exhibition: Exhibition,
	value: FacetValue,
	lang: Language,
	page = 1,
): ShownValuePage {
	const here = value.photos.slice((page - 1) * mostOnPage, page * mostOnPage);
	const photos = here.flatMap((id) => exhibition.photos[id] ?? []);
	const { facet, slug, key } = value;
	const same = { gallery: ['galleries', key], photographer: ['photographers', key] };
	return {
		...{ facet, slug, page, pages: pagesOf(value) },
		...{ count: value.photos.length, until: untilOf(exhibition, value) },
		name: nameOf(exhibition, value, lang),
		isChanged: isChanged(exhibition, value),
		photos: photos.map((photo) => showElsewhere(exhibition, photo, lang)),
		indexing: photos.every(({ indexing }) => indexing),
		same: facet === 'gallery' || facet === 'photographer' ? same[facet] : undefined,
	};
}

function nested(
	exhibition: Exhibition,
	all: readonly FacetValue[],
	within: string | undefined,
	lang: Language,
): ShownValue[] {
	const values = all.filter((one) => one.within === within);
	return values.map((value) => ({
		slug: value.slug,
		name: nameOf(exhibition, value, lang),
		isChanged: isChanged(exhibition, value),
		count: value.photos.length,
		until: untilOf(exhibition, value),
		values: value.facet === 'place' ? nested(exhibition, all, value.key, lang) : [],
	}));
}

/** Galleries as they hang, years as they follow, all else by number and then by name. */
function sorted(facet: FacetName, values: ShownValue[], lang: Language): ShownValue[] {
	if (facet === 'gallery') return values;
	if (facet === 'year') return values.sort((a, b) => (a.slug < b.slug ? -1 : 1));
	const names = new Intl.Collator(lang);
	return values.sort((a, b) => b.count - a.count || names.compare(a.name.text, b.name.text));
}

export function nameOf(exhibition: Exhibition, value: FacetValue, lang: Language): Words {
	const { facet, key, level, name, word } = value;
	if (facet === 'year') return { text: formatDate({ value: key, precision: 'year' }, lang) };
	if (level === 'country') return { text: countryName(key.toUpperCase(), lang) };
	return sayer(exhibition, lang)(name) ?? { text: word ?? key };
}

function isChanged({ people }: Exhibition, { facet, key }: FacetValue): boolean | undefined {
	return facet === 'person' ? people[key]?.nameChanged : undefined;
}

/** Nothing is said of a place or a person any more when the last of the pictures is over. */
function untilOf({ photos }: Exhibition, value: FacetValue): string | undefined {
	const days = value.photos.map((id) => photos[id]?.until);
	const known = days.filter((day) => day !== undefined);
	return known.length === days.length ? known.sort().at(-1) : undefined;
}
