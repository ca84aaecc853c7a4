import { error } from '@sveltejs/kit';
import { published } from '$lib/server/exhibition';
import { showAround } from '$lib/show/around';
import { cardOf, showOpening } from '$lib/show/gallery';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params: { lang } }) => {
	const exhibition = await published();
	if (!exhibition.languages.includes(lang)) error(404);
	const { wall, languages, publicUrl } = exhibition;
	return {
		lang,
		source: languages[0] ?? 'en',
		wall,
		words: exhibition.words,
		publicUrl,
		// Of a shared link to what has no card of its own.
		card: cardOf(showOpening(exhibition, lang)),
		around: showAround(exhibition, lang),
	};
};
