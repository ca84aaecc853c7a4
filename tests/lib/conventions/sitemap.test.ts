import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { robots } from '../../../src/lib/conventions/robots.ts';
import { sitemaps } from '../../../src/lib/conventions/sitemap.ts';
import { hall } from './made.ts';

interface Url {
	loc: string;
	'xhtml:link'?: { '@_rel': string; '@_hreflang': string; '@_href': string }[];
	'image:image'?: { 'image:loc': string }[];
}

const parser = new XMLParser({
	ignoreAttributes: false,
	isArray: (name) => ['url', 'sitemap', 'xhtml:link', 'image:image'].includes(name),
});

function read(xml: string | undefined) {
	expect(XMLValidator.validate(xml ?? '')).toBe(true);
	return parser.parse(xml ?? '') as {
		urlset: Record<string, string> & { url: Url[] };
		sitemapindex: { sitemap: { loc: string }[] };
	};
}

const { urlset } = read(sitemaps(hall()).get('sitemap.xml'));
const at = (path: string) =>
	urlset.url.find(({ loc }) => loc === `https://example.org/a/hall/${path}`);

describe('sitemap.xml', () => {
	it('declares the namespaces of sitemaps, of links and of images', () => {
		expect(urlset).toMatchObject({
			'@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
			'@_xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
			'@_xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
		});
		const keys = new Set(urlset.url.flatMap((url) => Object.keys(url)));
		expect(keys).toEqual(new Set(['loc', 'xhtml:link', 'image:image']));
	});

	it('has the pages that may be kept, once a language, and the top', () => {
		const english = urlset.url.filter(({ loc }) => loc.includes('/hall/en/'));
		expect(english.map(({ loc }) => loc.replace('https://example.org/a/hall/en/', ''))).toEqual([
			...['', 'galleries/road/', 'galleries/room/', 'galleries/road/tea/', 'galleries/road/fist/'],
			...[
				'galleries/road/new/',
				'galleries/room/behind/',
				'photographers/lina/',
				'explore/',
				'about/',
			],
			'in-this-picture/',
		]);
		expect(urlset.url).toHaveLength(1 + 3 * english.length);
		expect(at('')).toBeDefined();
	});

	it('has every language of a page on each of them, and a page for all others', () => {
		const links = at('fa/galleries/road/')?.['xhtml:link']?.map((link) => [
			link['@_hreflang'],
			link['@_href'].replace('https://example.org/a/hall/', ''),
		]);
		expect(links).toEqual([
			['en', 'en/galleries/road/'],
			['fa', 'fa/galleries/road/'],
			['tg', 'tg/galleries/road/'],
			['x-default', 'en/galleries/road/'],
		]);
		expect(at('fa/galleries/road/')?.['xhtml:link']).toEqual(
			at('tg/galleries/road/')?.['xhtml:link'],
		);
		expect(at('tg/')?.['xhtml:link']?.at(-1)).toMatchObject({
			'@_href': 'https://example.org/a/hall/',
		});
	});

	it('shows the picture of a photo page, and none from behind a content note', () => {
		expect(at('en/galleries/road/tea/')?.['image:image']).toEqual([
			{ 'image:loc': 'https://example.org/a/hall/media/tea-1290.jpg' },
		]);
		const pictures = urlset.url.flatMap((url) => url['image:image'] ?? []);
		expect(new Set(pictures.map((image) => image['image:loc'].replace(/.*\/|-.*/g, '')))).toEqual(
			new Set(['tea', 'new']),
		);
	});

	it('is an index of several where there are too many pages for one', () => {
		const files = sitemaps(hall(), 10);
		const { sitemap } = read(files.get('sitemap.xml')).sitemapindex;
		expect(sitemap.map(({ loc }) => loc)).toEqual(
			[1, 2, 3, 4].map((part) => `https://example.org/a/hall/sitemap-${part}.xml`),
		);
		const all = [1, 2, 3, 4].flatMap((part) => read(files.get(`sitemap-${part}.xml`)).urlset.url);
		expect(all).toEqual(urlset.url);
	});

	it('does not exist where the site has no address, and robots.txt does not name it', () => {
		expect(sitemaps(hall({ publicUrl: undefined })).size).toBe(0);
		expect(robots(hall({ publicUrl: undefined }))).toBe('User-agent: *\nAllow: /\n');
		expect(robots(hall())).toContain('\nSitemap: https://example.org/a/hall/sitemap.xml\n');
	});

	it('names no other languages where there is one', () => {
		const { urlset: one } = read(sitemaps(hall({ languages: ['en'] })).get('sitemap.xml'));
		expect(one.url[0]).toEqual({ loc: 'https://example.org/a/hall/en/' });
	});
});
