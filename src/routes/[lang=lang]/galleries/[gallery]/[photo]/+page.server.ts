import { error } from '@sveltejs/kit';
import type { Exhibition } from '$lib/model';
import { published } from '$lib/server/exhibition';
import { imageObject } from '$lib/show/image-object';
import { photoIds, showRoom } from '$lib/show/gallery';
import { showAlone } from '$lib/show/photo';
import { sayer } from '$lib/show/words';
import type { EntryGenerator, PageServerLoad, RouteParams } from './$types';

export const entries: EntryGenerator = async () => {
	const { languages, galleries, withdrawn } = await published();
	const shown = galleries.flatMap((gallery) =>
		photoIds(gallery).map((photo) => ({ gallery: gallery.id, photo })),
	);
	return languages.flatMap((lang) => [...shown, ...withdrawn].map((one) => ({ lang, ...one })));
};

/** `shown` is absent where the picture has been withdrawn: then its address says so, and nothing else. */
export const load: PageServerLoad = async ({ params, locals }) => {
	const exhibition = await published();
	const { wall, withdrawn, galleries } = exhibition;
	if (withdrawn.some(({ gallery, photo }) => gallery === params.gallery && photo === params.photo))
		return { wall, elsewhere: [], shown: undefined };
	const gallery = galleries.find(({ id }) => id === params.gallery);
	locals.wall = gallery?.wall;
	return { wall: gallery?.wall ?? wall, shown: shownOf(exhibition, params) };
};

function shownOf(exhibition: Exhibition, params: RouteParams) {
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
		photo: showAlone(exhibition, photo, gallery, lang),
		indexing: photo.indexing,
		data: gallery.warnings.length > 0 ? undefined : imageObject(exhibition, photo, lang),
		room: { ...showRoom(exhibition, gallery, lang), cover: undefined },
		support: say(gallery.support),
		number: at + 1,
		previous: neighbour(ids[at - 1]),
		next: neighbour(ids[at + 1]),
	};
}
