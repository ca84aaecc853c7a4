import type { SlideData } from 'photoswipe';
import type { Rendition } from '../model.ts';
import type { ShownPhoto } from '../show/photo.ts';

/**
 * A photo as PhotoSwipe wants it. Browsers that run this script all show AVIF, so there is no second
 * format. What has a content note stays empty, so that nothing of it is fetched, until it is wanted.
 *
 * @param media the address of a file of a picture
 * @param thumbnail the picture on the wall that this one opens from
 */
export function slideOf(
	{ picture, alt, notes }: ShownPhoto,
	media: (name: string) => string,
	isWanted: boolean,
	thumbnail?: HTMLImageElement,
): SlideData {
	const files = picture.renditions.filter(({ format }) => format === 'avif');
	const widest = files.at(-1);
	if (!widest || (notes.length > 0 && !isWanted)) return { type: 'html', html: '' };
	const source = ({ name, width }: Rendition) => `${media(name)} ${width}w`;
	return {
		type: 'image',
		src: media(widest.name),
		srcset: files.map(source).join(', '),
		...{ width: widest.width, height: widest.height },
		alt: alt?.text ?? '',
		msrc: thumbnail?.currentSrc || undefined,
		element: thumbnail,
	};
}
