import { published } from '$lib/server/exhibition';
import { drawMap } from '$lib/server/map/draw';
import { showFacets } from '$lib/show/facets';
import { spotsOf } from '$lib/show/spots';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () =>
	(await published()).languages.map((lang) => ({ lang }));

export const load: PageServerLoad = async ({ params: { lang } }) => {
	const exhibition = await published();
	return { facets: showFacets(exhibition, lang), map: drawMap(spotsOf(exhibition)) };
};
