import { error } from '@sveltejs/kit';
import { published } from '$lib/server/exhibition';
import { showGallery } from '$lib/show/gallery';
import { imageGallery } from '$lib/show/structured';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => {
	const { languages, galleries } = await published();
	return languages.flatMap((lang) => galleries.map(({ id }) => ({ lang, gallery: id })));
};

export const load: PageServerLoad = async ({ params: { lang, gallery: id }, locals }) => {
	const exhibition = await published();
	const gallery = exhibition.galleries.find((one) => one.id === id);
	if (!gallery) error(404);
	locals.wall = gallery.wall;
	return {
		wall: gallery.wall,
		gallery: showGallery(exhibition, gallery, lang),
		data: imageGallery(exhibition, gallery, lang),
	};
};
