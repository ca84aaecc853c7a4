import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from './corpus.ts';
import { buildQuietly, chosen } from './site.ts';

/** The sample as a kiosk's build, below a folder, with codes to take home, which lead to where it is published. */
export async function hallOf(folder: string): Promise<string> {
	const photos = join(folder, 'hall');
	const site = join(folder, 'kiosk');
	await cp(join(checkout, 'photos'), photos, {
		recursive: true,
		filter: (path) => !path.includes('.exhibition'),
	});
	const more = '\npublic_url: https://example.org/eyes/\nkiosk: { language: tg }\n';
	await appendFile(join(photos, 'exhibition.yaml'), more);
	await buildQuietly(chosen(photos, site, { channel: 'kiosk' }));
	return site;
}
