import { countryName, formatDate } from '../i18n/dates.ts';
import type { Key } from '../i18n/interface.ts';
import type { Exhibition, Photo, Rendition, Text } from '../model.ts';
import { fileAt, narrowestJpeg, pageAt, pathOf, widestJpeg } from '../show/address.ts';
import { mapOf, rightsOf, type LanguageMap, type SayAll } from './iiif-words.ts';

type Resource = Record<string, unknown>;

export interface Site {
	exhibition: Exhibition;
	root: string;
	/** Words of the interface in all languages. */
	say: SayAll;
}

/** A photo as a canvas of its upright size, with the widest JPEG painted on it. */
export function canvas(site: Site, gallery: string, photo: Photo): Resource {
	const { exhibition, root, say } = site;
	const { id, title, caption, alt, covered, picture, licence } = photo;
	const own = `${root}/iiif/${gallery}/canvas/${id}`;
	const widest = widestJpeg(picture);
	const narrowest = narrowestJpeg(picture);
	const body = widest && {
		...imageBody(fileAt(root, widest), widest),
		service: picture.tiles && [
			{ id: `${root}/iiif/images/${picture.tiles.key}`, type: 'ImageService3', profile: 'level0' },
		],
	};
	const painting = {
		id: `${own}/painting`,
		type: 'Annotation',
		motivation: 'painting',
		body,
		target: own,
	};
	return {
		id: own,
		type: 'Canvas',
		label: mapOf(title) ?? mapOf(say('untitled')),
		summary: mapOf(caption ?? alt, covered ? say('covered') : undefined),
		width: picture.width,
		height: picture.height,
		metadata: metadata(site, photo),
		rights: rightsOf(licence?.url),
		requiredStatement: statement(site, photo),
		thumbnail: narrowest && [imageBody(fileAt(root, narrowest), narrowest)],
		homepage: exhibition.languages.map((lang) => ({
			id: pageAt(root, lang, ...pathOf(photo)),
			type: 'Text',
			label: mapOf(title) ?? mapOf(say('untitled')),
			format: 'text/html',
			language: [lang],
		})),
		items: [{ id: `${own}/page`, type: 'AnnotationPage', items: [painting] }],
	};
}

export function imageBody(id: string, { width, height }: Rendition): Resource {
	return { id, type: 'Image', format: 'image/jpeg', width, height };
}

/** Who is to be named wherever the picture is shown, and whether it may be shown elsewhere. */
function statement({ exhibition, say }: Site, photo: Photo): Resource | undefined {
	const { photographer, creator, line, copyright } = photo.credit;
	const name =
		photographer === undefined ? undefined : exhibition.photographers[photographer]?.name;
	const written = creator === undefined ? undefined : { none: creator };
	const reuse = photo.reuse === 'here' ? say('reuse_here') : undefined;
	const value = mapOf(line ?? name ?? written, copyright, reuse);
	return value && { label: mapOf(say('picture_by')), value };
}

function metadata({ exhibition, say }: Site, photo: Photo): Resource[] | undefined {
	const pairs: [Key, LanguageMap | undefined][] = [
		['taken', mapOf(dateIn(exhibition, photo))],
		['place', mapOf(placeIn(exhibition, photo, say('comma')))],
	];
	const known = pairs.flatMap(([key, value]) => (value ? { label: mapOf(say(key)), value } : []));
	return known.length > 0 ? known : undefined;
}

function dateIn({ languages }: Exhibition, { date }: Photo): Text | undefined {
	return date && Object.fromEntries(languages.map((lang) => [lang, formatDate(date, lang)]));
}

/** Already cut to what may be known; the smallest first. */
function placeIn({ languages }: Exhibition, { place }: Photo, comma: Text): Text | undefined {
	if (!place) return undefined;
	const { name, city, region, country } = place;
	return Object.fromEntries(
		languages.map((lang) => {
			const parts = [name?.[lang], city?.[lang], region?.[lang]];
			const land = country && countryName(country, lang);
			return [lang, [...parts, land].filter(Boolean).join(`${comma[lang] ?? ','} `)];
		}),
	);
}
