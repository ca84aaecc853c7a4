import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIn } from '../../src/vite/made.ts';

const attribute = /\s(?:href|src)="([^"]*)"/g;
const sets = /\ssrcset="([^"]*)"/g;

/**
 * Every address in the pages of a site that leads nowhere within it, fragments included; addresses of
 * other hosts are left alone.
 *
 * @param base path under which the site stands, such as `/a/hall/`
 */
export async function deadLinks(site: string, base = '/'): Promise<string[]> {
	const files = new Set(await filesIn(site));
	const pages = [...files].filter((file) => file.endsWith('.html'));
	const texts = new Map<string, string>();
	for (const page of pages) texts.set(page, await readFile(join(site, page), 'utf8'));
	return pages.flatMap((page) => {
		const text = texts.get(page) ?? '';
		const here = `http://site.invalid${base}${page.replace(/index\.html$/, '')}`;
		const links = [...text.matchAll(attribute)].map(([, link = '']) => link);
		const pictures = [...text.matchAll(sets)].flatMap(([, set = '']) =>
			set.split(',').map((one) => one.trim().split(' ')[0] ?? ''),
		);
		return [...new Set([...links, ...pictures])]
			.filter((link) => !isThere(link.replaceAll('&amp;', '&'), here, base, files, texts))
			.map((link) => `${page}: ${link}`);
	});
}

function isThere(
	link: string,
	here: string,
	base: string,
	files: ReadonlySet<string>,
	texts: ReadonlyMap<string, string>,
): boolean {
	if (/^(mailto|tel|data):/.test(link)) return true;
	const { host, pathname, hash } = new URL(link, here);
	if (host !== 'site.invalid') return true;
	if (!pathname.startsWith(base)) return false;
	const path = decodeURIComponent(pathname.slice(base.length));
	const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
	if (!files.has(file)) return false;
	return (
		hash === '' || (texts.get(file) ?? '').includes(` id="${decodeURIComponent(hash.slice(1))}"`)
	);
}
