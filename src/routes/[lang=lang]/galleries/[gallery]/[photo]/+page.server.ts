import { error } from '@sveltejs/kit';
import { published } from '$lib/server/exhibition';
import { imageObject } from '$lib/show/image-object';
import { photoIds, showRoom } from '$lib/show/gallery';
import { showAlone } from '$lib/show/photo';
import { sayer } from '$lib/show/words';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = async () => {
	const { languages, galleries } = await published();
	return languages.flatMap((lang) =>
		galleries.flatMap((gallery) =>
			photoIds(gallery).map((photo) => ({ lang, gallery: gallery.id, photo })),
		),
	);
};

export const load: PageServerLoad = async ({ params }) => {
	const exhibition = await published();
	const { lang } = params;
	const gallery = exhibition.galleries.find(({ id }) => id === params.gallery);
	const ids = gallery ? photoIds(gallery) : [];
	const at = ids.indexOf(params.photo);
	const photo = exhibition.photos[params.photo];
	if (!gallery || !photo || at < 0) error(404);
	const say = sayer(exhibition, lang);
	const neighbour = (id: string | undefined) => {
		const other = id === undefined ? undefined : exhibition.photos[id];
		return other && { id: other.id, title: say(other.title) };
	};
	return {
		wall: gallery.wall,
		photo: showAlone(exhibition, photo, gallery, lang),
		indexing: photo.indexing,
		data: gallery.warnings.length > 0 ? undefined : imageObject(exhibition, photo, lang),
		room: { ...showRoom(exhibition, gallery, lang), cover: undefined },
		support: say(gallery.support),
		number: at + 1,
		previous: neighbour(ids[at - 1]),
		next: neighbour(ids[at + 1]),
	};
};
