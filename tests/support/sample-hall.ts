import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from './corpus.ts';
import { buildQuietly, chosen } from './site.ts';

/** Stands at the end of one story, in each language. */
export const outside = 'https://example.com/a-page?for=one&more=1#there';
const ways = `\n[A page](${outside}), [a letter](mailto:story@example.org).\n`;

/**
 * The sample as a kiosk's build, below a folder, with codes to take home, which lead to where it is published, and
 * with links that lead out.
 */
export async function hallOf(folder: string): Promise<string> {
	const photos = join(folder, 'hall');
	const site = join(folder, 'kiosk');
	await cp(join(checkout, 'photos'), photos, {
		recursive: true,
		filter: (path) => !path.includes('.exhibition'),
	});
	const more = '\npublic_url: https://example.org/eyes/\nkiosk: { language: tg }\n';
	await appendFile(join(photos, 'exhibition.yaml'), more);
	for (const lang of ['en', 'tg', 'ru', 'fa']) {
		await appendFile(join(photos, `stories/a-guesthouse-in-darvaz.${lang}.md`), ways);
	}
	await buildQuietly(chosen(photos, site, { channel: 'kiosk' }));
	return site;
}
