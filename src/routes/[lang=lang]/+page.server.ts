import { published } from '$lib/server/exhibition';
import { showVenues } from '$lib/show/around';
import { showOpening, showRoom } from '$lib/show/gallery';
import { showTeaser } from '$lib/show/story';
import { exhibitionEvent } from '$lib/show/structured';
import { sayer } from '$lib/show/words';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () =>
	(await published()).languages.map((lang) => ({ lang }));

export const load: PageServerLoad = async ({ params: { lang } }) => {
	const exhibition = await published();
	return {
		summary: sayer(exhibition, lang)(exhibition.summary),
		opening: showOpening(exhibition, lang),
		rooms: exhibition.galleries.map((gallery) => showRoom(exhibition, gallery, lang)),
		stories: Object.values(exhibition.stories).map((story) => showTeaser(exhibition, story, lang)),
		venues: showVenues(exhibition, lang),
		data: exhibitionEvent(exhibition, lang),
	};
};
