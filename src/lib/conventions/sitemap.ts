import type { Exhibition, Photo } from '../model.ts';
import { fileAt, pageAt, pathOf, rootOf, widestJpeg } from '../show/address.ts';
import { alternates } from '../show/alternates.ts';
import { indexedPhotos, isOpen } from '../show/open.ts';
import { photographersShown } from '../show/photographer.ts';
import { xmlOf, type Element } from './xml.ts';

/** sitemaps.org allows 50,000 addresses and 50 MB in a file; with alternates one takes up to a kilobyte. */
const most = 20_000;

const namespaces = {
	'@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
	'@xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
	'@xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
};

/** A page that search engines may keep: its segments after the language, and the picture it is about. */
interface Indexed {
	path: readonly string[];
	photo?: Photo;
}

/**
 * The sitemap by file name: one, or an index and its parts where there are more pages than one file
 * may have. Empty without a public address, because a sitemap has nothing but absolute ones.
 */
export function sitemaps(exhibition: Exhibition, limit = most): Map<string, string> {
	const root = rootOf(exhibition);
	if (root === undefined) return new Map();
	const urls = urlsOf(exhibition, root);
	if (urls.length <= limit) return new Map([['sitemap.xml', urlset(urls)]]);
	const count = Math.ceil(urls.length / limit);
	const parts = Array.from({ length: count }, (_, at) => urls.slice(at * limit, (at + 1) * limit));
	const named = parts.map((part, at) => [`sitemap-${at + 1}.xml`, urlset(part)] as const);
	const sitemap = named.map(([name]) => ({ loc: `${root}/${name}` }));
	const index = xmlOf({ sitemapindex: { '@xmlns': namespaces['@xmlns'], sitemap } });
	return new Map([['sitemap.xml', index], ...named]);
}

function urlset(url: readonly Element[]): string {
	return xmlOf({ urlset: { ...namespaces, url } });
}

function urlsOf(exhibition: Exhibition, root: string): Element[] {
	const { languages } = exhibition;
	// One language only: then the page at the top leads on at once.
	const top =
		languages.length > 1 ? [{ loc: `${root}/`, 'xhtml:link': links(exhibition, root, []) }] : [];
	const pages = indexed(exhibition).flatMap(({ path, photo }) => {
		const open = photo && isOpen(exhibition, photo) ? widestJpeg(photo.picture) : undefined;
		const image = open && [{ 'image:loc': fileAt(root, open) }];
		return languages.map((lang) => ({
			loc: pageAt(root, lang, ...path),
			'xhtml:link': links(exhibition, root, path),
			'image:image': image,
		}));
	});
	return [...top, ...pages];
}

/** Every page of a set names all of them, itself too: otherwise search engines do not believe it. */
function links({ languages }: Exhibition, root: string, path: readonly string[]): Element[] {
	return alternates(root, languages, path).map(([hreflang, href]) => ({
		'@rel': 'alternate',
		'@hreflang': hreflang,
		'@href': href,
	}));
}

/** In the order of the walls; then what leads to them. */
function indexed(exhibition: Exhibition): Indexed[] {
	const stories = Object.keys(exhibition.stories);
	return [
		{ path: [] },
		...exhibition.galleries.map(({ id }) => ({ path: ['galleries', id] })),
		...indexedPhotos(exhibition).map((photo) => ({ path: pathOf(photo), photo })),
		...(stories.length > 0 ? [{ path: ['stories'] }] : []),
		...stories.map((id) => ({ path: ['stories', id] })),
		...photographersShown(exhibition).map((id) => ({ path: ['photographers', id] })),
		...['explore', 'about', 'in-this-picture'].map((page) => ({ path: [page] })),
	];
}
