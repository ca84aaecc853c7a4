import type { SlideData } from 'photoswipe';
import type { Rendition } from '../model.ts';
import { affordable, isSaving } from '../saving.ts';
import type { ShownPhoto } from '../show/photo.ts';

interface Addresses {
	media: (name: string) => string;
	tileFolder: (key: string) => string;
}

/**
 * A photo as PhotoSwipe wants it. Browsers that run this script all show AVIF, so there is no second
 * format. What has a content note stays empty, so that nothing of it is fetched, until it is wanted.
 *
 * @param at addresses: of a file of a picture, and of the folder of its tiles
 * @param thumbnail the picture on the wall that this one opens from
 */
export function slideOf(
	{ picture, alt, notes }: ShownPhoto,
	at: Addresses,
	isWanted: boolean,
	thumbnail?: HTMLImageElement,
): SlideData {
	const tiles = isSaving() ? undefined : picture.tiles;
	const files = affordable(picture.renditions.filter(({ format }) => format === 'avif'));
	const widest = files.at(-1);
	if (!widest || (notes.length > 0 && !isWanted)) return { type: 'html', html: '' };
	const source = ({ name, width }: Rendition) => `${at.media(name)} ${width}w`;
	return {
		type: 'image',
		src: at.media(widest.name),
		srcset: files.map(source).join(', '),
		...{ width: (tiles ?? widest).width, height: (tiles ?? widest).height },
		...(tiles && { tiles, folder: at.tileFolder(tiles.key) }),
		alt: alt?.text ?? '',
		msrc: thumbnail?.currentSrc || undefined,
		element: thumbnail,
	};
}
