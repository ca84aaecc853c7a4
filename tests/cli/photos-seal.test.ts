import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { hashFile } from '../../src/lib/server/content/hash.ts';
import { cachePath, isWhole, keep, writeManifest } from '../../src/lib/server/images/cache.ts';
import { run } from '../support/command.ts';
import { contentFolder, fill } from '../support/folder.ts';
import { seeded } from '../support/seeded.ts';

const yaml = (redact = '[{ shape: rectangle, x: 0.25, y: 0.25, w: 0.5, h: 0.5 }]') => `title: Road
photos:
  - { file: tea.jpg, alt: Tea, consent: { status: not_needed }, redact: ${redact} }
  - { file: bread.jpg, alt: Bread, consent: { status: not_needed } }
`;

let root: string;
let photos: string;
const seal = (...args: string[]) => run(['photos:seal', ...args, '--exhibition', photos]);

async function noise(): Promise<Buffer> {
	const random = seeded(7);
	const data = Buffer.from(Array.from({ length: 200 * 100 * 3 }, () => random() * 256));
	return sharp(data, { raw: { width: 200, height: 100, channels: 3 } })
		.jpeg({ quality: 95 })
		.toBuffer();
}

beforeEach(async () => {
	root = await contentFolder({
		'photos/exhibition.yaml': 'format: 1\ntitle: One\nlanguages: [en]\n',
		'photos/road/gallery.yaml': yaml(),
		'photos/road/tea.jpg': await noise(),
		'photos/road/bread.jpg': true,
	});
	photos = join(root, 'photos');
});

describe('sealing', () => {
	it('burns into the file what is covered, and puts the original into the vault', async () => {
		const original = await readFile(join(photos, 'road/tea.jpg'));
		const { code, stdout, stderr } = await seal('tea');
		expect([code, stderr]).toEqual([0, '']);
		expect(stdout).toContain('tea is sealed; its original is ');
		expect((await readFile(join(root, 'vault/road/tea.jpg'))).equals(original)).toBe(true);
		const middle = { left: 60, top: 30, width: 80, height: 40 };
		const covered = await sharp(join(photos, 'road/tea.jpg')).extract(middle).png().toBuffer();
		const { channels } = await sharp(covered).stats();
		for (const { stdev } of channels) expect(stdev).toBeLessThan(3);
		// The rest is as noisy as before.
		const { entropy } = await sharp(join(photos, 'road/tea.jpg')).stats();
		expect(entropy).toBeGreaterThan(5);
		expect((await seal('tea')).stdout).toBe('tea is sealed already\n');
	});

	it('takes every photo that is covered where none is named', async () => {
		expect((await seal()).stdout).toMatch(/^tea is sealed; .*\nbuild the site anew/);
	});

	it('leaves nothing of the open picture in the cache', async () => {
		const cache = join(photos, '.exhibition/cache');
		const source = await hashFile(join(photos, 'road/tea.jpg'));
		const name = `${'ab'.repeat(10)}-640.avif`;
		await keep(cache, name, Buffer.from('open'));
		await writeManifest(cache, { source, key: 'k' }, { colour: '#000000', bytes: { [name]: 4 } });
		await seal('tea');
		expect(await isWhole(cachePath(cache, name))).toBe(false);
	});

	it.each([
		[['bread'], yaml(), /"bread" has nothing to cover/],
		[['tae'], yaml(), /there is no photo "tae"/],
		[[], yaml('[]'), /nothing is covered/],
		[
			['tea'],
			yaml('[{ shape: rectangle, x: 0.9, y: 0.9, w: 0.5, h: 0 }]'),
			/the exhibition has errors/,
		],
	])('%j changes nothing', async (ids, gallery, said) => {
		await fill(photos, { 'road/gallery.yaml': gallery });
		const before = await readFile(join(photos, 'road/tea.jpg'));
		const { code, stderr } = await seal(...ids);
		expect([code, stderr]).toEqual([1, expect.stringMatching(said)]);
		expect((await readFile(join(photos, 'road/tea.jpg'))).equals(before)).toBe(true);
	});
});
