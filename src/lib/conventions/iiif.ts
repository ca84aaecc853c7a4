import { direction } from '../i18n/direction.ts';
import type { Exhibition, Gallery, Photo, Text } from '../model.ts';
import { fileAt, narrowestJpeg, pageAt, rootOf, widestJpeg } from '../show/address.ts';
import { photoIds } from '../show/gallery.ts';
import { isOpen } from '../show/open.ts';
import { canvas, imageBody, type Site } from './iiif-canvas.ts';
import { mapOf, none, type SayAll } from './iiif-words.ts';

type Resource = Record<string, unknown>;

const context = 'http://iiif.io/api/presentation/3/context.json';

/**
 * IIIF Presentation API 3.0 by path below the site: a manifest for each gallery with a picture that
 * may be in one, and a collection of them all. Empty without a public address, because IIIF ids are
 * absolute. Photos that are not to be indexed are in none; nor are those with a content note,
 * which no viewer of IIIF would show first.
 *
 * @param say words of the interface in all languages
 */
export function iiifFiles(exhibition: Exhibition, say: SayAll): Map<string, () => Resource> {
	const root = rootOf(exhibition);
	if (root === undefined) return new Map();
	const rooms = exhibition.galleries
		.map((gallery) => ({ gallery, photos: openIn(exhibition, gallery) }))
		.filter(({ photos }) => photos.length > 0);
	const site = { exhibition, root, say };
	const manifests = rooms.map(
		(room) => [`iiif/${room.gallery.id}/manifest.json`, () => manifest(site, room)] as const,
	);
	if (rooms.length === 0) return new Map();
	return new Map([...manifests, ['iiif/collection.json', () => collection(site, rooms)]]);
}

interface IiifRoom {
	gallery: Gallery;
	/** In hanging order. */
	photos: readonly Photo[];
}

/** Each once, as a canvas may stand only once in a manifest. */
function openIn(exhibition: Exhibition, gallery: Gallery): Photo[] {
	if (gallery.warnings.length > 0) return [];
	return [...new Set(photoIds(gallery))].flatMap((id) => {
		const photo = exhibition.photos[id];
		return photo && isOpen(exhibition, photo) && widestJpeg(photo.picture) ? [photo] : [];
	});
}

function collection({ exhibition, root }: Site, rooms: readonly IiifRoom[]): Resource {
	const { title, summary } = exhibition;
	return {
		'@context': context,
		id: `${root}/iiif/collection.json`,
		type: 'Collection',
		label: mapOf(title) ?? none('Nigoh'),
		summary: mapOf(summary),
		...around({ exhibition, root }, [], title),
		items: rooms.map((room) => ({
			id: `${root}/iiif/${room.gallery.id}/manifest.json`,
			type: 'Manifest',
			label: mapOf(room.gallery.title) ?? none(room.gallery.id),
			thumbnail: thumbnail(exhibition, root, room),
		})),
	};
}

function manifest(site: Site, room: IiifRoom): Resource {
	const { exhibition, root } = site;
	const { id, title, summary, text } = room.gallery;
	const isRightToLeft = direction(exhibition.languages[0] ?? 'en') === 'rtl';
	return {
		'@context': context,
		id: `${root}/iiif/${id}/manifest.json`,
		type: 'Manifest',
		label: mapOf(title) ?? none(id),
		summary: mapOf(summary ?? text),
		viewingDirection: isRightToLeft ? 'right-to-left' : 'left-to-right',
		behavior: ['individuals'],
		thumbnail: thumbnail(exhibition, root, room),
		...around(site, ['galleries', id], title),
		partOf: [{ id: `${root}/iiif/collection.json`, type: 'Collection' }],
		items: room.photos.map((photo) => canvas(site, room.gallery.id, photo)),
	};
}

/**
 * Who stands behind it, and its pages.
 *
 * @param title of these pages
 */
function around(
	{ exhibition, root }: Omit<Site, 'say'>,
	path: readonly string[],
	title: Text,
): Resource {
	const { organisation, languages } = exhibition;
	const label = mapOf(organisation?.name);
	const top = {
		id: `${root}/`,
		type: 'Text',
		label: mapOf(exhibition.title) ?? none('Nigoh'),
		format: 'text/html',
	};
	return {
		provider: label && [{ id: `${root}/#organisation`, type: 'Agent', label, homepage: [top] }],
		homepage: languages.map((lang) => ({
			id: pageAt(root, lang, ...path),
			type: 'Text',
			label: mapOf(title) ?? none('Nigoh'),
			format: 'text/html',
			language: [lang],
		})),
	};
}

/** Its cover, or the first that may be here. */
function thumbnail({ photos }: Exhibition, root: string, room: IiifRoom): Resource[] | undefined {
	const cover = room.gallery.cover === undefined ? undefined : photos[room.gallery.cover];
	const photo = cover && room.photos.includes(cover) ? cover : room.photos[0];
	const file = photo && narrowestJpeg(photo.picture);
	return file && [imageBody(fileAt(root, file), file)];
}
