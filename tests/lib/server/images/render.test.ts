import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { SafeMaster } from '../../../../src/lib/server/images/master.ts';
import { planPicture, type Job, type Wish } from '../../../../src/lib/server/images/plan.ts';
import { encode, encoder, meanColour } from '../../../../src/lib/server/images/render.ts';
import { xmpPacket } from '../../../../src/lib/server/images/xmp.ts';
import { seeded } from '../../../support/seeded.ts';

const xmp = xmpPacket({ creator: 'Лина', alt: { fa: 'چای' } }, 'fa');

function noise(width: number, height: number): SafeMaster {
	const random = seeded(3);
	const data = Buffer.from(Array.from({ length: width * height * 3 }, () => random() * 256));
	return { width, height, data };
}

function plain(width: number, height: number, colour: readonly number[]): SafeMaster {
	const data = Buffer.alloc(width * height * 3);
	for (const at of data.keys()) data[at] = colour[at % 3]!;
	return { width, height, data };
}

const jobs = (size: { width: number; height: number }, some: Partial<Wish> = {}): readonly Job[] =>
	planPicture(
		'x',
		{
			...{ size, maxWidth: 3840, redact: [], focal: [0.5, 0.5], crop: true },
			...{ cover: true, opening: true, card: true, xmp, preset: 'fast', ...some },
		},
		encoder,
	).jobs;

describe('a published file', () => {
	const size = { width: 1400, height: 1000 };
	const made = jobs(size);

	it.each(
		made.map((job) => [`${job.format} ${job.width} ${job.cut ? 'cut' : 'whole'}`, job] as const),
	)('%s is what its plan says, with our XMP or none, and nothing else', async (_, job) => {
		const metadata = await sharp(await encode(plain(1400, 1000, [90, 120, 30]), job)).metadata();
		const { width, height, format, exif, iptc, icc, comments, tifftagPhotoshop } = metadata;
		expect([width, height]).toEqual([job.width, job.height]);
		expect(format).toBe(job.format === 'avif' ? 'heif' : 'jpeg');
		expect([exif, iptc, icc, comments, tifftagPhotoshop].filter(Boolean)).toEqual([]);
		const hasXmp = job.format === 'jpg' || job.width >= 1280;
		expect(metadata.xmp?.toString()).toBe(hasXmp ? xmp : undefined);
	});

	it('keeps its colour', async () => {
		for (const job of made) {
			const { data } = await sharp(await encode(plain(1400, 1000, [90, 120, 30]), job))
				.removeAlpha()
				.raw()
				.toBuffer({ resolveWithObject: true });
			const middle = (job.width * Math.floor(job.height / 2) + Math.floor(job.width / 2)) * 3;
			const [r = 0, g = 0, b = 0] = data.subarray(middle, middle + 3);
			expect(Math.max(Math.abs(r - 90), Math.abs(g - 120), Math.abs(b - 30))).toBeLessThan(4);
		}
	});

	it('has the same bytes each time', async () => {
		const [first] = made;
		const master = noise(400, 300);
		const small = { ...first!, width: 320, height: 240 };
		expect(await encode(master, small)).toEqual(await encode(master, small));
	});
});

describe('a card', () => {
	it('stays below 300 KB, however much there is to see', async () => {
		const card = jobs({ width: 1400, height: 900 }).at(-1)!;
		const data = await encode(noise(1400, 900), card);
		expect(data.length).toBeLessThan(300_000);
		expect(data.length).toBeGreaterThan(30_000);
	});

	it('of what may not be cropped shows it whole, on a plain ground', async () => {
		const card = jobs({ width: 1000, height: 1000 }, { crop: false }).at(-1)!;
		const data = await encode(plain(1000, 1000, [250, 250, 250]), card);
		const at = async (left: number) => {
			const pixel = sharp(data).extract({ left, top: 315, width: 1, height: 1 });
			return [...(await pixel.raw().toBuffer())];
		};
		const [edge, inside] = [await at(20), await at(600)];
		expect(Math.max(...edge)).toBeLessThan(32);
		expect(Math.min(...inside)).toBeGreaterThan(240);
	});
});

it('the mean colour is that of the pixels', async () => {
	expect(await meanColour(plain(50, 40, [18, 52, 86]))).toBe('#123456');
	const [left, right] = [plain(64, 64, [0, 0, 0]), plain(64, 64, [200, 100, 50])];
	const half = { width: 64, height: 128, data: Buffer.concat([left.data, right.data]) };
	expect(await meanColour(half)).toMatch(/^#6[345]3[123]1[89a]$/);
});
