import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashFile } from '../../src/lib/server/content/hash.ts';
import { readContent } from '../../src/lib/server/content/read.ts';
import { cachePath, isWhole, namesMade } from '../../src/lib/server/images/cache.ts';
import { fulfilOne, makePictures } from '../../src/lib/server/images/pictures.ts';
import { byContent } from '../../src/lib/server/images/sources.ts';
import { wishes } from '../../src/lib/server/images/wishes.ts';
import { decideAll } from '../../src/lib/server/content/decisions.ts';
import { cleanCache } from '../../src/vite/clean-cache.ts';
import { contentFolder, fill, smallPicture, temporaryFolder } from '../support/folder.ts';

const yaml = (of: string) =>
	`photos:\n  - { file: tea.jpg, alt: Tea${of} }\n  - { file: bread.jpg, alt: Bread, consent: { status: not_needed } }\n`;
const shown = ', zoom: true, consent: { status: not_needed }';

/** Builds the pictures twice, as an entry was before and is after. Returns whether each file of the first build is still there. */
async function afterwards(later: string): Promise<boolean[]> {
	const root = await contentFolder({
		'exhibition.yaml': 'format: 1\ntitle: One\nlanguages: [en]\n',
		'road/gallery.yaml': yaml(shown),
		'road/tea.jpg': await smallPicture('tea', 600, 300),
		'road/bread.jpg': true,
	});
	const cache = await temporaryFolder();
	const make = async () => {
		const content = await readContent(root);
		const wanted = wishes(content, decideAll(content, '2026-11-24', 'web'), 'fast');
		const { hash } = await byContent(cache);
		const fulfil = (_: string, orders: readonly Parameters<typeof fulfilOne>[1][]) =>
			Promise.all(orders.map((order) => fulfilOne(cache, order)));
		const made = await makePictures({ root, cache, hash }, wanted, fulfil, () => {});
		await cleanCache(cache, content, made, hash);
	};
	await make();
	const before = await namesMade(cache, await hashFile(join(root, 'road/tea.jpg')));
	// Also its tiles.
	expect(before.filter((name) => name.includes(',')).length).toBeGreaterThan(2);
	await fill(root, { 'road/gallery.yaml': yaml(later) });
	await make();
	return Promise.all(before.map((name) => isWhole(cachePath(cache, name))));
}

describe('the cache after a build', () => {
	it('keeps what is shown', async () => {
		expect(await afterwards(`${shown}, keywords: [tea]`)).not.toContain(false);
	});

	it('has nothing any more of a picture before a part of it was covered', async () => {
		const redact = '[{ shape: rectangle, x: 0.1, y: 0.1, w: 0.2, h: 0.2 }]';
		expect(await afterwards(`${shown}, redact: ${redact}`)).not.toContain(true);
	});

	it.each(['withdrawn', 'refused'])('has nothing any more of one that was %s', async (status) => {
		expect(await afterwards(`, consent: { status: ${status} }`)).not.toContain(true);
	});
});
