import { countryName } from '$lib/i18n/dates';
import { published } from '$lib/server/exhibition';
import { drawMap } from '$lib/server/map/draw';
import { showFacets } from '$lib/show/facets';
import { spotsOf } from '$lib/show/spots';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () =>
	(await published()).languages.map((lang) => ({ lang }));

export const load: PageServerLoad = async ({ params: { lang } }) => {
	const exhibition = await published();
	// Here, since browsers do not know the countries in every language.
	const spots = spotsOf(exhibition).map((spot) => ({
		...spot,
		name: spot.country && countryName(spot.country, lang),
	}));
	return { facets: showFacets(exhibition, lang), map: drawMap(spots) };
};
