import { error } from '@sveltejs/kit';
import { published } from '$lib/server/exhibition';
import { showValue } from '$lib/show/facets';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => {
	const { languages, facets } = await published();
	return languages.flatMap((lang) =>
		facets.map(({ facet, slug }) => ({ lang, facet, value: slug })),
	);
};

export const load: PageServerLoad = async ({ params }) => {
	const exhibition = await published();
	const value = exhibition.facets.find(
		({ facet, slug }) => facet === params.facet && slug === params.value,
	);
	if (!value) error(404);
	return { value: showValue(exhibition, value, params.lang) };
};
