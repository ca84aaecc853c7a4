import { error } from '@sveltejs/kit';
import { published } from '$lib/server/exhibition';
import { article } from '$lib/show/structured';
import { showStory } from '$lib/show/story';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => {
	const { languages, stories } = await published();
	return languages.flatMap((lang) => Object.keys(stories).map((story) => ({ lang, story })));
};

export const load: PageServerLoad = async ({ params, locals }) => {
	const exhibition = await published();
	const story = exhibition.stories[params.story];
	if (!story) error(404);
	locals.wall = 'paper';
	const shown = showStory(exhibition, story, params.lang);
	return { wall: 'paper', story: shown, data: article(exhibition, shown, params.lang) };
};
