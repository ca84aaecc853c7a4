import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { filesIn } from '../../src/vite/made.ts';
import { contentFolder, fill, smallPicture } from '../support/folder.ts';
import { run } from '../support/command.ts';
import { buildQuietly, chosen, contentsOf } from '../support/site.ts';

const free = 'consent: { status: not_needed }';
const road = (tea: string, bread = free) => `title: Road
photos:
  - { file: tea.jpg, alt: Tea, zoom: true, ${tea} }
  - { file: bread.jpg, alt: Bread, zoom: true, max_width: 600, ${bread} }
  - { file: door.jpg, alt: A door, ${free} }
`;

async function exhibition(yaml = road(free), publicUrl = 'public_url: https://example.org/hall/') {
	return contentFolder({
		'photos/exhibition.yaml': `format: 1\ntitle: One\nlanguages: [en]\n${publicUrl}\n`,
		'photos/road/gallery.yaml': yaml,
		'photos/road/tea.jpg': await smallPicture('tea', 1300, 700),
		'photos/road/bread.jpg': await smallPicture('bread', 1300, 700),
		'photos/road/door.jpg': await smallPicture('door', 1300, 700),
	});
}

const below = 'iiif/images/';

/** Files of pictures that are cut into tiles, by their keys; the larger picture first. */
async function cutIn(out: string): Promise<[key: string, files: string[]][]> {
	const files = (await filesIn(out)).filter((file) => file.startsWith(below));
	const keys = [...new Set(files.map((file) => file.split('/')[2]!))];
	const of = (key: string) => files.filter((file) => file.split('/')[2] === key);
	return keys
		.map((key): [string, string[]] => [
			key,
			of(key).map((file) => file.split('/').slice(3).join('/')),
		])
		.sort(([, a], [, b]) => b.length - a.length);
}

async function built(root: string) {
	const out = join(root, 'build');
	const report = await buildQuietly(chosen(join(root, 'photos'), out));
	expect(report.problems.filter(({ level }) => level === 'error')).toEqual([]);
	return { out, report, cuts: await cutIn(out) };
}

describe('a photo that is looked at closely', () => {
	it('has its tiles where the IIIF Image API looks for them, and says so', async () => {
		const { out, cuts, report } = await built(await exhibition());
		expect(cuts).toHaveLength(2);
		const [key, files] = cuts[0]!;
		const info = JSON.parse(await readFile(join(out, below, key, 'info.json'), 'utf8')) as Record<
			string,
			unknown
		>;
		expect(info).toEqual({
			'@context': 'http://iiif.io/api/image/3/context.json',
			id: `https://example.org/hall/iiif/images/${key}`,
			type: 'ImageService3',
			protocol: 'http://iiif.io/api/image',
			profile: 'level0',
			...{ width: 1300, height: 700, maxWidth: 1280, maxHeight: 689 },
			sizes: [
				{ width: 325, height: 175 },
				{ width: 640, height: 345 },
				{ width: 1280, height: 689 },
			],
			tiles: [{ width: 512, height: 512, scaleFactors: [1, 2, 4] }],
		});
		expect(files.filter((file) => file.endsWith('.jpg'))).toEqual(
			[
				...['0,0,512,512/512,512', '512,0,512,512/512,512', '1024,0,276,512/276,512'],
				...['0,512,512,188/512,188', '512,512,512,188/512,188', '1024,512,276,188/276,188'],
				...['0,0,1024,700/512,350', '1024,0,276,700/138,350'],
				...['full/325,175', '0,0,1300,700/325,175', 'full/640,345', 'full/1280,689', 'full/max'],
			]
				.map((path) => `${path}/0/default.jpg`)
				.sort(),
		);
		for (const file of files.filter((one) => /^\d.*\.jpg$/.test(one))) {
			const { width, height, exif, xmp, format } = await sharp(
				join(out, below, key, file),
			).metadata();
			expect([file.split('/')[1], format]).toEqual([`${width},${height}`, 'jpeg']);
			expect([exif, xmp]).toEqual([undefined, undefined]);
		}
		// No wider than it may be, and six, two and one tiles with two and one of the other.
		expect(cuts[1]![1]).toContain('full/600,323/0/default.jpg');
		expect(report.renditions.tiles).toBe(9 + 3);
	});

	it('has the same bytes each time, and is gone as it was when a part of it is covered', async () => {
		const root = await exhibition();
		const first = await built(root);
		const before = await contentsOf(first.out);
		const again = await built(await exhibition());
		expect(await contentsOf(again.out)).toEqual(before);
		const redact = 'redact: [{ shape: rectangle, x: 0.1, y: 0.1, w: 0.2, h: 0.2 }]';
		await fill(root, { 'photos/road/gallery.yaml': road(`${redact}, ${free}`) });
		const covered = await built(root);
		const [old] = first.cuts[0]!;
		expect(covered.cuts.map(([key]) => key)).not.toContain(old);
		expect(covered.cuts[1]![0]).toBe(first.cuts[1]![0]);
		const cached = await filesIn(join(root, 'photos/.exhibition/cache'));
		expect(cached.filter((file) => file.includes(old))).toEqual([]);
		const tile = join(covered.out, below, covered.cuts[0]![0], '0,0,512,512/512,512/0/default.jpg');
		const { data, info } = await sharp(tile).raw().toBuffer({ resolveWithObject: true });
		const at = (140 * info.width + 260) * info.channels;
		for (const value of data.subarray(at, at + 3)) expect(Math.abs(value - 0x2b)).toBeLessThan(6);
	});

	it('is no service for others where it may not be indexed, or where the site has no address', async () => {
		const hidden = await built(await exhibition(road(`indexing: false, ${free}`)));
		const told = hidden.cuts.map(([, files]) => files.includes('info.json'));
		expect(told).toEqual([false, true]);
		const nowhere = await built(await exhibition(road(free), ''));
		expect(nowhere.cuts.map(([, files]) => files.includes('info.json'))).toEqual([false, false]);
	});

	it('leaves no tile when it is withdrawn', async () => {
		const root = await exhibition();
		const { out, cuts } = await built(root);
		const [key] = cuts[0]!;
		const [photos, flag] = [join(root, 'photos'), '--fast'];
		const { code, stdout } = await run([
			'photos:withdraw',
			'tea',
			'--exhibition',
			photos,
			'--out',
			out,
			flag,
		]);
		expect([code, stdout]).toEqual([0, expect.stringContaining('nothing of it is there')]);
		const left = [...(await filesIn(out)), ...(await filesIn(join(photos, '.exhibition/cache')))];
		expect(left.filter((file) => file.includes(key))).toEqual([]);
		expect((await cutIn(out)).map(([one]) => one)).toEqual([cuts[1]![0]]);
	});
});
