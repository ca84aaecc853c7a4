import { error } from '@sveltejs/kit';
import { published } from '$lib/server/exhibition';
import { photographersShown, showPhotographer } from '$lib/show/photographer';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => {
	const exhibition = await published();
	const shown = photographersShown(exhibition);
	return exhibition.languages.flatMap((lang) =>
		shown.map((photographer) => ({ lang, photographer })),
	);
};

export const load: PageServerLoad = async ({ params: { lang, photographer } }) => {
	const exhibition = await published();
	if (!photographersShown(exhibition).includes(photographer)) error(404);
	return { photographer: showPhotographer(exhibition, photographer, lang) };
};
