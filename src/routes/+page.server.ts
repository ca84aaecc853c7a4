import { published } from '$lib/server/exhibition';
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
	return { source, entrances };
};
