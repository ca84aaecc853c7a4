import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLValidator } from 'fast-xml-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../src/vite/made.ts';
import { contentFolder, smallPicture, temporaryFolder } from '../support/folder.ts';
import { noted } from '../support/noted.ts';
import { buildQuietly, chosen, tinyExhibition } from '../support/site.ts';
import { atomFaults } from '../support/atom.ts';
import { presentationFaults, sitemapFaults } from '../support/schemas.ts';
import { faultsOf } from '../lib/conventions/presentation.ts';

const root = 'https://example.org/hall';
let site: string;
let files: string[];

/** The sample of notes: at an address below a path, with photos that may not be found. */
beforeAll(async () => {
	const pictures = ['tea', 'fist', 'bread'].map(async (name) => {
		return [`first/${name}.jpg`, await smallPicture(name, 1400, 900)] as const;
	});
	const folder = await contentFolder({
		...noted,
		...Object.fromEntries(await Promise.all(pictures)),
	});
	site = join(await temporaryFolder(), 'build');
	await buildQuietly(chosen(folder, site));
	files = await filesIn(site);
});

const text = (file: string) => readFile(join(site, file), 'utf8');
const json = async (file: string) => JSON.parse(await text(file)) as Record<string, unknown>;

/** Absolute addresses of this site in a text, as paths of files below it. */
function ownFiles(body: string): string[] {
	const found = [...body.matchAll(/https:\/\/example\.org\/hall([^"'<>\s&\\]*)/g)];
	return found.map(([, path = '']) => {
		const plain = path.replace(/#.*$/, '').replace(/^\//, '');
		return plain === '' || plain.endsWith('/') ? `${plain}index.html` : plain;
	});
}

const made = (): string[] =>
	files.filter((file) => /(sitemap|feed)\.xml$|^robots\.txt$|^iiif\/.*\.json$/.test(file));

describe('an exhibition with a public address below a path', () => {
	it('has a sitemap that follows its schema', async () => {
		const sitemap = await text('sitemap.xml');
		expect(sitemap).toContain('image:loc');
		expect(await sitemapFaults(sitemap)).toEqual([]);
		expect(
			await sitemapFaults(sitemap.replace('<loc>', '<lok>').replace('</loc>', '</lok>')),
		).not.toEqual([]);
	});

	it('has feeds that follow RFC 4287', async () => {
		const feed = await text('en/feed.xml');
		expect(feed).toContain('<entry>');
		expect(await atomFaults(feed)).toEqual([]);
		expect(await atomFaults(await text('uz/feed.xml'))).toEqual([]);
		const wrong = [
			feed.replace(/<updated>[^<]*/, '<updated>2016-11-03'),
			feed.replace(/<id>.*?<\/id>/, ''),
			feed.replace(/<title/, '<summary/><title'),
			feed.replace(/href="[^"]*"/, ''),
			feed.replaceAll(/<author>.*?<\/author>/gs, ''),
		];
		for (const one of wrong) expect(await atomFaults(one)).not.toEqual([]);
	});

	it('has IIIF manifests that follow the types of Presentation 3', async () => {
		const manifest = await text('iiif/first/manifest.json');
		expect(presentationFaults(manifest)).toEqual([]);
		const wrong = manifest.replace('"Canvas"', '"Canwas"');
		expect(presentationFaults(wrong)).not.toEqual([]);
	});

	it('has everything that other programs read', () => {
		expect(made()).toEqual([
			...['en/feed.xml', 'iiif/collection.json', 'iiif/first/manifest.json', 'robots.txt'],
			...['sitemap.xml', 'uz/feed.xml'],
		]);
		for (const file of ['exhibition.json', 'exhibition.schema.json', 'manifest.webmanifest'])
			expect(files).toContain(file);
	});

	it('names no address in them that is not in the site', async () => {
		for (const file of made()) {
			const addresses = ownFiles(await text(file));
			expect(addresses.length, file).toBeGreaterThan(0);
			// A canvas has an address of its own, which nobody opens.
			const dead = addresses.filter((path) => !path.includes('/canvas/') && !files.includes(path));
			expect(dead, file).toEqual([]);
		}
	});

	it('has what reads well', async () => {
		for (const file of made().filter((name) => name.endsWith('.xml')))
			expect(XMLValidator.validate(await text(file)), file).toBe(true);
		for (const file of made().filter((name) => name.endsWith('.json')))
			expect(faultsOf(await json(file)), file).toEqual([]);
		const valid = new Ajv2020().compile(await json('exhibition.schema.json'));
		valid(await json('exhibition.json'));
		expect(valid.errors).toBeNull();
	});

	it('has in them no photo of somebody who can be known, and nothing from behind a note', async () => {
		for (const file of made()) expect(await text(file), file).not.toMatch(/Tea|Choy|tea\/|caption/);
		for (const file of made().filter((name) => name !== 'sitemap.xml'))
			expect(await text(file), file).not.toMatch(/fist|What happened|raised|beaten|door/);
		expect(await text('exhibition.json')).not.toMatch(/Tea|Choy|Mariam|bystander/);
	});

	it('has pages that name the same set of languages, and themselves among them', async () => {
		const pages = files.filter((file) => /^(en|uz)\/.*index\.html$/.test(file));
		const others = /<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"/g;
		let named = 0;
		for (const file of pages) {
			const html = await text(file);
			const links = [...html.matchAll(others)].map(([, , href = '']) => href);
			const own = `${root}/${file.replace(/index\.html$/, '')}`;
			const isKept = !html.includes('name="robots" content="noindex');
			expect(links.includes(own), file).toBe(isKept);
			if (isKept) expect(html).toContain(`<link rel="canonical" href="${own}"`);
			expect(ownFiles(links.join(' ')).filter((path) => !files.includes(path))).toEqual([]);
			named += links.length;
		}
		expect(named).toBeGreaterThan(20);
		const sitemap = ownFiles(await text('sitemap.xml'));
		const hidden = await Promise.all(
			pages.map(async (file) => ((await text(file)).includes('content="noindex') ? [file] : [])),
		);
		expect(hidden.flat().length).toBeGreaterThan(2);
		expect(hidden.flat().filter((file) => sitemap.includes(file))).toEqual([]);
	});

	it('has cards for shared links, with a picture that may be shared', async () => {
		const html = await text('en/galleries/first/bread/index.html');
		expect(html).toContain(`<meta property="og:url" content="${root}/en/galleries/first/bread/"`);
		expect(html).toContain('<meta property="og:site_name" content="Notes"');
		expect(html).toContain('<meta property="og:locale:alternate" content="uz_UZ"');
		expect(html).toContain('<meta property="og:image:alt" content="Bread"');
		const [, card = ''] = /property="og:image" content="([^"]+)"/.exec(html) ?? [];
		expect(files).toContain(ownFiles(card)[0]);
		expect(html).toMatch(/rel="alternate" type="application\/atom\+xml"[^>]*\/en\/feed\.xml/);
	});

	it('has no picture and no words of what stands behind a note on its card', async () => {
		const html = await text('en/galleries/first/fist/index.html');
		const [head = ''] = html.split('</head>');
		expect(head).toContain(`<meta property="og:url" content="${root}/en/galleries/first/fist/"`);
		// Who opens this exhibition did not agree to be shared, so there is nothing instead.
		expect(head).not.toMatch(/og:image|og:description|What happened|raised fist/);
	});
});

it('without an address there is nothing that needs one', async () => {
	const out = join(await temporaryFolder(), 'build');
	await buildQuietly(chosen(await contentFolder(tinyExhibition()), out));
	const found = await filesIn(out);
	expect(found.filter((file) => /sitemap|feed|^iiif/.test(file))).toEqual([]);
	expect(found).toContain('exhibition.json');
	expect(await readFile(join(out, 'robots.txt'), 'utf8')).toBe('User-agent: *\nAllow: /\n');
	const html = await readFile(join(out, 'en/index.html'), 'utf8');
	expect(html).not.toMatch(/hreflang="x-default"|og:|ld\+json|atom\+xml/);
});
