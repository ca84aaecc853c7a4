import type { Exhibition, Photo, Picture } from '../lib/model.ts';

/** Names in `media/` of all files of a picture but its tiles. */
export function filesOfPicture({ renditions, cover = [], tall = [], card }: Picture): string[] {
	const files = [...renditions, ...cover, ...tall, ...(card ? [card] : [])];
	return files.map(({ name }) => name);
}

/** Names in `media/` of the recordings of everything that is published: photos, wall texts and stories. */
export function recordingsIn({ photos, galleries, stories }: Exhibition): string[] {
	const hangings = galleries.flatMap((gallery) => gallery.hangings);
	const texts = hangings.filter((one) => one.kind === 'text');
	const told = Object.values(stories).flatMap((story) => Object.values(story.texts));
	return [
		...[...Object.values(photos), ...texts].flatMap(({ audio }) => Object.values(audio ?? {})),
		...told.flatMap(({ audio }) => audio ?? []),
	];
}

/** Both files of a page, below the site: what a reader is given, and what the script asks for. */
export function filesOfPage(...segments: readonly string[]): string[] {
	const folder = segments.join('/');
	return [`${folder}/index.html`, `${folder}/__data.json`];
}

/**
 * Everything in a site that is of one photo alone: its pictures, tiles and recordings, and its pages
 * wherever it hangs, in every language. Paths below the site, sorted.
 *
 * @param files of the site
 */
export function filesOfPhoto(
	photo: Photo,
	{ galleries, languages }: Pick<Exhibition, 'galleries' | 'languages'>,
	files: readonly string[],
): string[] {
	const { id, picture, audio = {} } = photo;
	const media = [...filesOfPicture(picture), ...Object.values(audio)];
	const folder = picture.tiles && `iiif/images/${picture.tiles.key}/`;
	const tiles = folder ? files.filter((file) => file.startsWith(folder)) : [];
	const rooms = galleries.filter(({ hangings }) =>
		hangings.some((one) => one.kind === 'photo' && one.id === id),
	);
	const pages = languages.flatMap((lang) =>
		rooms.flatMap((room) => filesOfPage(lang, 'galleries', room.id, id)),
	);
	return [...new Set([...media.map((name) => `media/${name}`), ...tiles, ...pages])].sort();
}
