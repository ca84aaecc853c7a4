import type { Exhibition } from '../model.ts';
import { rootOf } from '../show/address.ts';

/** RFC 9309: all may read all. What must not be found is not here, and pages say `noindex` themselves. */
export function robots(exhibition: Exhibition): string {
	const root = rootOf(exhibition);
	const sitemap = root === undefined ? '' : `\nSitemap: ${root}/sitemap.xml\n`;
	return `User-agent: *\nAllow: /\n${sitemap}`;
}
