import { error } from '@sveltejs/kit';
import { published } from '$lib/server/exhibition';
import { pagesOf, showValue } from '$lib/show/facets';
import type { EntryGenerator, PageServerLoad } from './$types';

/** From the second on: the first is the address of the value itself. */
export const entries: EntryGenerator = async () => {
	const { languages, facets } = await published();
	const further = facets.flatMap((value) =>
		Array.from({ length: pagesOf(value) - 1 }, (_, index) => ({
			facet: value.facet,
			value: value.slug,
			page: String(index + 2),
		})),
	);
	return languages.flatMap((lang) => further.map((one) => ({ lang, ...one })));
};

export const load: PageServerLoad = async ({ params }) => {
	const exhibition = await published();
	const value = exhibition.facets.find(
		({ facet, slug }) => facet === params.facet && slug === params.value,
	);
	const page = Number(params.page);
	if (!value || !(page >= 2 && page <= pagesOf(value)) || String(page) !== params.page) error(404);
	return { value: showValue(exhibition, value, params.lang, page) };
};
