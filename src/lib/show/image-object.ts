import type { Exhibition, Language, Photo } from '../model.ts';
import { fileAt, narrowestJpeg, pageAt, pathOf, rootForPrograms, widestJpeg } from './address.ts';
import { isOpen } from './open.ts';
import { sayer } from './words.ts';

/**
 * What search engines are told of a picture: schema.org's `ImageObject` with the properties of Google's
 * image licence metadata, the same as its file says in XMP. Undefined where search engines are not to
 * have it, where a content note stands before it, or where the site has no address yet.
 */
export function imageObject(
	exhibition: Exhibition,
	photo: Photo,
	lang: Language,
): Record<string, unknown> | undefined {
	const root = rootForPrograms(exhibition);
	const widest = widestJpeg(photo.picture);
	if (root === undefined || !widest || !isOpen(exhibition, photo)) return undefined;
	const say = sayer(exhibition, lang);
	const { credit, licence, picture, date, until, reuse } = photo;
	const creator = creatorOf(exhibition, photo, lang);
	const narrowest = narrowestJpeg(picture);
	return {
		'@context': 'https://schema.org/',
		'@type': 'ImageObject',
		contentUrl: fileAt(root, widest),
		thumbnailUrl: narrowest && fileAt(root, narrowest),
		url: pageAt(root, lang, ...pathOf(photo)),
		width: widest.width,
		height: widest.height,
		representativeOfPage: true,
		inLanguage: lang,
		name: say(photo.title)?.text,
		caption: say(photo.caption)?.text,
		creator,
		creditText: say(credit.line)?.text ?? creator?.name,
		copyrightNotice: say(credit.copyright)?.text,
		license: licence?.url,
		// Where the press may ask and no other address was given, the contact is one.
		acquireLicensePage:
			licence?.acquire ?? (reuse === 'press' ? pageAt(root, lang, 'about') : undefined),
		dateCreated: date?.value,
		expires: until,
	};
}

/** With their page, where they have one. */
function creatorOf(exhibition: Exhibition, { credit }: Photo, lang: Language) {
	const { photographer } = credit;
	const known = photographer === undefined ? undefined : exhibition.photographers[photographer];
	const author = sayer(exhibition, lang)(known?.name)?.text;
	const name = author || credit.creator;
	if (!name) return undefined;
	const root = rootForPrograms(exhibition);
	const page = author && photographer && root && pageAt(root, lang, 'photographers', photographer);
	return { '@type': 'Person', name, url: page || undefined };
}
