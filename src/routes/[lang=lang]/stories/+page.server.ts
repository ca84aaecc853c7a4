import { published } from '$lib/server/exhibition';
import { showTeaser } from '$lib/show/story';
import type { EntryGenerator, PageServerLoad } from './$types';

/** None where there are no stories. */
export const entries: EntryGenerator = async () => {
	const { languages, stories } = await published();
	return Object.keys(stories).length === 0 ? [] : languages.map((lang) => ({ lang }));
};

export const load: PageServerLoad = async ({ params: { lang }, locals }) => {
	const exhibition = await published();
	locals.wall = 'paper';
	return {
		wall: 'paper',
		teasers: Object.values(exhibition.stories).map((story) => showTeaser(exhibition, story, lang)),
	};
};
