import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../../../src/lib/server/content/metadata/read.ts';
import type { PhotoRecord } from '../../../../src/lib/server/content/record.ts';
import type { Region } from '../../../../src/lib/server/content/schema/photo.ts';
import { canBeSealed, isSealed, sealed } from '../../../../src/lib/server/images/seal.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { photo as madeRecord } from '../content/records.ts';

const size = { width: 300, height: 200 };
const regions: Region[] = [
	{ shape: 'rectangle', x: 0.1, y: 0.1, w: 0.2, h: 0.3 },
	{ shape: 'ellipse', x: 0.5, y: 0.2, w: 0.2, h: 0.4 },
	{
		shape: 'polygon',
		points: [
			[0.2, 0.6],
			[0.4, 0.6],
			[0.3, 0.9],
		],
	},
];

/** Noise, so that nothing in it looks covered by chance. */
async function noise(file: string): Promise<string> {
	const path = join(await temporaryFolder(), file);
	const data = Buffer.from(
		Array.from({ length: 300 * 200 * 3 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 256),
	);
	const image = sharp(data, { raw: { ...size, channels: 3 } });
	await writeFile(path, await image.toFormat(file.replace(/.*\./, '') as 'png').toBuffer());
	return path;
}

const photo = (redact: readonly Region[]): PhotoRecord => ({
	...madeRecord({ id: 'tea' }),
	...{
		size,
		redact,
		title: { en: 'Tea', tg: 'Чой' },
		caption: { en: 'A glass' },
		keywords: ['tea'],
	},
});

describe('a sealed picture', () => {
	it.each(['a.jpg', 'a.png', 'a.webp', 'a.tif', 'a.avif'])(
		'%s is covered for good',
		async (file) => {
			const path = await noise(file);
			expect(await isSealed(path, photo(regions))).toBe(false);
			await writeFile(path, await sealed(path, photo(regions), 'en'));
			expect(await isSealed(path, photo(regions))).toBe(true);
			const { width, height } = await sharp(path).metadata();
			expect({ width, height }).toEqual(size);
		},
	);

	it.each(regions)('is not sealed while one region is open: $shape', async (region) => {
		const path = await noise('a.png');
		const others = regions.filter((one) => one !== region);
		await writeFile(path, await sealed(path, photo(others), 'en'));
		expect(await isSealed(path, photo(others))).toBe(true);
		expect(await isSealed(path, photo(regions))).toBe(false);
	});

	it('keeps the words that may be published, in every language', async () => {
		const path = await noise('a.jpg');
		await writeFile(path, await sealed(path, photo(regions), 'en'));
		const { embedded } = await readMetadata(path, []);
		expect(embedded).toMatchObject({
			title: { en: 'Tea', tg: 'Чой' },
			caption: { en: 'A glass' },
			keywords: ['tea'],
		});
	});

	it('is written only where its format can be', () => {
		expect(['a.JPG', 'a.tiff', 'a.heic', 'a.gif'].map(canBeSealed)).toEqual([
			...[true, true, false, false],
		]);
	});
});
