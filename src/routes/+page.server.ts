import { published } from '$lib/server/exhibition';
import { cardOf, showOpening } from '$lib/show/gallery';
import { attributes, sayer } from '$lib/show/words';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const exhibition = await published();
	const [source = 'en'] = exhibition.languages;
	const entrances = exhibition.languages.map((lang) => ({
		lang,
		...attributes(lang, source),
		title: sayer(exhibition, lang)(exhibition.title)?.text ?? '',
	}));
	const say = sayer(exhibition, source);
	return {
		source,
		entrances,
		words: exhibition.words,
		publicUrl: exhibition.publicUrl,
		summary: say(exhibition.summary)?.text,
		card: cardOf(showOpening(exhibition, source)),
		around: { title: say(exhibition.title), languages: exhibition.languages },
	};
};
