import type { FacetValue } from '../facets.ts';
import { fold } from '../fold.ts';
import type { Exhibition } from '../model.ts';
import type { Words } from './words.ts';

/** Words that lead to a page of pictures which have the same in common: `facet` is the last segment of its address. */
export interface Linked extends Words {
	facet?: string;
}

/** Each photo is asked on many pages. */
const known = new WeakMap<Exhibition, ReadonlyMap<string, readonly FacetValue[]>>();

/** The values that a photo has, by which its facts lead to others. */
export function valuesOf(exhibition: Exhibition, photo: string): readonly FacetValue[] {
	const byPhoto = known.get(exhibition) ?? gathered(exhibition);
	known.set(exhibition, byPhoto);
	return byPhoto.get(photo) ?? [];
}

function gathered({ facets }: Exhibition) {
	const byPhoto = new Map<string, FacetValue[]>();
	for (const value of facets) {
		for (const photo of value.photos) {
			const values = byPhoto.get(photo) ?? [];
			byPhoto.set(photo, [...values, value]);
		}
	}
	return byPhoto;
}

export function themes(values: readonly FacetValue[], keywords: readonly string[]): Linked[] {
	return keywords.map((text) => {
		const key = fold(text).trim();
		const value = values.find((one) => one.facet === 'theme' && one.key === key);
		return value ? { text, facet: value.slug } : { text };
	});
}

export function personLink(values: readonly FacetValue[], person: string): string | undefined {
	return values.find(({ facet, key }) => facet === 'person' && key === person)?.slug;
}

export function placeLink(
	values: readonly FacetValue[],
	level: FacetValue['level'],
): string | undefined {
	return values.find((one) => one.facet === 'place' && one.level === level)?.slug;
}
