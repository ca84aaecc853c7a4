import type { Exhibition, Language, Photo } from '../model.ts';
import { sayer } from './words.ts';

/**
 * What search engines are told of a picture: schema.org's `ImageObject` with the properties of Google's
 * image licence metadata, the same as its file says in XMP. Undefined where search engines are not to
 * have it, or where the site has no address yet.
 */
export function imageObject(
	exhibition: Exhibition,
	photo: Photo,
	lang: Language,
): Record<string, unknown> | undefined {
	const { publicUrl, photographers } = exhibition;
	if (!publicUrl || !photo.indexing || photo.warnings.length > 0) return undefined;
	const say = sayer(exhibition, lang);
	const { credit, licence, picture } = photo;
	const widest = picture.renditions.filter(({ format }) => format === 'jpg').at(-1);
	if (!widest) return undefined;
	const author = credit.photographer && say(photographers[credit.photographer]?.name)?.text;
	const creator = author || credit.creator;
	const root = publicUrl.replace(/\/$/, '');
	return {
		'@context': 'https://schema.org/',
		'@type': 'ImageObject',
		contentUrl: `${root}/media/${widest.name}`,
		width: widest.width,
		height: widest.height,
		name: say(photo.title)?.text,
		caption: say(photo.caption)?.text,
		creator: creator && { '@type': 'Person', name: creator },
		creditText: say(credit.line)?.text,
		copyrightNotice: say(credit.copyright)?.text,
		license: licence?.url,
		acquireLicensePage: licence?.acquire,
	};
}
