import type { Exhibition } from '../lib/model.ts';
import type { Decisions } from '../lib/server/content/decisions.ts';
import type { Content } from '../lib/server/content/record.ts';
import { takenOff, withdrawnIds } from '../lib/server/content/withdrawn.ts';
import { kioskIndex, writeKioskIndex } from './kiosk-index.ts';
import { filesIn } from './made.ts';
import { writeGalleryManifests, writeKioskManifest } from './media-manifest.ts';
import { writePhotoList } from './photo-list.ts';
import { makeSearch } from './search.ts';

/** What is known only when every page and picture is there: what a web site is searched by, and what is kept of it where. */
export async function makeIndexes(
	exhibition: Exhibition,
	content: Content,
	decisions: Decisions,
	site: string,
): Promise<void> {
	const files = await filesIn(site);
	if (exhibition.channel === 'web') {
		await writeGalleryManifests(site, exhibition, files);
		await makeSearch(exhibition, site);
		await writePhotoList(site, exhibition, files);
		return;
	}
	const index = kioskIndex(exhibition, withdrawnIds(content), files);
	await writeKioskIndex(site, index, takenOff(content, decisions));
	await writeKioskManifest(site, exhibition, files);
}
