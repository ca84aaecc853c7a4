import type { Interface } from '../i18n/interface.ts';
import type { Exhibition, Language } from '../model.ts';
import { exhibitionIndex } from './exhibition-index.ts';
import { feed } from './feed.ts';
import { iiifFiles } from './iiif.ts';
import { sayAll } from './iiif-words.ts';
import { publishedSchema } from './index-schema.ts';
import { robots } from './robots.ts';
import { sitemaps } from './sitemap.ts';
import { webManifest } from './web-manifest.ts';

export interface MadeFile {
	/** A media type. */
	type: string;
	body: string;
}

/**
 * What other programs read of the exhibition, by path below the site. It is made when it is asked
 * for: no file needs another. What needs absolute addresses is not there without `public_url`. A kiosk
 * has only what makes an application of it, on a tablet: nothing else reads it there.
 *
 * @param interfaces of every language of the exhibition
 */
export function conventionFiles(
	exhibition: Exhibition,
	interfaces: ReadonlyMap<Language, Interface>,
): Map<string, () => MadeFile> {
	const ownManifest = [
		'manifest.webmanifest',
		() => json(webManifest(exhibition), 'application/manifest+json'),
	] as const;
	if (exhibition.channel === 'kiosk') return new Map([ownManifest]);
	const iiif = iiifFiles(exhibition, sayAll([...interfaces.values()]));
	return new Map([
		['exhibition.json', () => json(exhibitionIndex(exhibition))],
		['exhibition.schema.json', () => json(publishedSchema(), 'application/schema+json')],
		ownManifest,
		['robots.txt', () => ({ type: 'text/plain', body: robots(exhibition) })],
		...sitemapFiles(exhibition),
		...feedFiles(exhibition, interfaces),
		...[...iiif].map(([path, make]) => [path, () => json(make(), iiifType)] as const),
	]);
}

/** Presentation API 3.0, section 6. */
const iiifType = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"';

function json(value: unknown, type = 'application/json'): MadeFile {
	return { type, body: `${JSON.stringify(value)}\n` };
}

function sitemapFiles(exhibition: Exhibition) {
	return [...sitemaps(exhibition)].map(
		([path, body]) => [path, () => ({ type: 'application/xml', body })] as const,
	);
}

function feedFiles(exhibition: Exhibition, interfaces: ReadonlyMap<Language, Interface>) {
	if (!exhibition.publicUrl) return [];
	return [...interfaces].map(
		([lang, ui]) =>
			[
				`${lang}/feed.xml`,
				() => ({ type: 'application/atom+xml', body: feed(exhibition, lang, ui) ?? '' }),
			] as const,
	);
}
