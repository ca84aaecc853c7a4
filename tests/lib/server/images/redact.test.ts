import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import type { Region } from '../../../../src/lib/server/content/schema/photo.ts';
import { safeMaster } from '../../../../src/lib/server/images/master.ts';
import { planPicture, type Job } from '../../../../src/lib/server/images/plan.ts';
import type * as redaction from '../../../../src/lib/server/images/redact.ts';
import { coverSvg } from '../../../../src/lib/server/images/redact.ts';
import { encode, meanColour } from '../../../../src/lib/server/images/render.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { correlation, pictureWithNoise } from './noise.ts';

vi.mock('../../../../src/lib/server/images/redact.ts', async (original) => {
	const real = await original<typeof redaction>();
	return { coverSvg: vi.fn(real.coverSvg) };
});

const size = { width: 1300, height: 975 };
const inside = (x: number, y: number) => x > 0.4 && x < 0.6 && y > 0.3 && y < 0.6;
const round = (x: number, y: number) => ((x - 0.5) / 0.1) ** 2 + ((y - 0.45) / 0.15) ** 2 < 1;
/** Hollow on its right side, as a hand draws round a person who leans. */
const hollow: [number, number][] = [
	[0.4, 0.3],
	[0.6, 0.3],
	[0.48, 0.45],
	[0.6, 0.6],
	[0.4, 0.6],
];
const isHollow = (x: number, y: number) =>
	inside(x, y) && x < 0.48 + 0.12 * (Math.abs(y - 0.45) / 0.15);

const faces: [string, Region, (x: number, y: number) => boolean][] = [
	['a rectangle', { shape: 'rectangle', x: 0.4, y: 0.3, w: 0.2, h: 0.3 }, inside],
	['an ellipse', { shape: 'ellipse', x: 0.4, y: 0.3, w: 0.2, h: 0.3 }, round],
	['a polygon', { shape: 'polygon', points: hollow }, isHollow],
];

/** Every file of a photo, and how strongly each correlates with what is covered in it. */
async function leaks(region: Region, isFace: (x: number, y: number) => boolean) {
	const source = await pictureWithNoise(size, isFace);
	const file = join(await temporaryFolder(), 'face.png');
	await writeFile(file, source);
	const wish = { size, maxWidth: 3840, redact: [region], focal: [0.5, 0.5] as const, crop: true };
	const files = { cover: true, opening: true, card: true, zoom: true };
	const more = { ...files, xmp: '', preset: 'fast' as const };
	const { master: plan, jobs } = planPicture('x', { ...wish, ...more }, 'e');
	const master = await safeMaster(file, plan);
	const plain = { data: await sharp(source).raw().toBuffer(), ...size };
	const found = await Promise.all(
		jobs.map(async (job) => {
			const [shown, face] = [await encode(master, job), await asShown(plain.data, job)];
			return { name: job.name, leak: await leak(shown, face, job) };
		}),
	);
	return { found: found.filter(isOver), colour: await meanColour(master) };
}

type Found = { name: string; leak: number | undefined };
const isOver = (one: Found): one is { name: string; leak: number } => one.leak !== undefined;

/** What the file would show if nothing were covered. */
async function asShown(data: Buffer, job: Job): Promise<Buffer> {
	const { cut, width, height, framed, level = size } = job;
	const plain = sharp(data, { raw: { ...size, channels: 3 } });
	const shrunk =
		level.width === size.width
			? data
			: await plain.resize(level.width, level.height, { fit: 'fill' }).raw().toBuffer();
	const whole = sharp(shrunk, { raw: { ...level, channels: 3 } });
	return (cut ? whole.extract(cut) : whole)
		.resize(width, height, { fit: framed ? 'contain' : 'fill' })
		.raw()
		.toBuffer();
}

/** The strongest correlation of the two over the pixels that are not plain grey in the original. */
async function leak(shown: Buffer, face: Buffer, { width, height }: Job) {
	const data = await sharp(shown).resize(width, height).removeAlpha().raw().toBuffer();
	const noisy = [...face.keys()].filter((at) => Math.abs(face[at]! - 128) > 2);
	// Beside the face: a tile of another part.
	if (noisy.length <= 500) return undefined;
	return Math.abs(
		correlation(
			noisy.map((at) => data[at]!),
			noisy.map((at) => face[at]!),
		),
	);
}

describe.each(faces)('a face of noise under %s', (_, region, isFace) => {
	it('is in no file of the photo, no crop, no card, no tile and no colour', async () => {
		const { found, colour } = await leaks(region, isFace);
		const tiles = found.filter(({ name }) => name.includes(','));
		expect(found.length - tiles.length).toBe(11);
		// Of each of the three levels.
		expect(tiles.length).toBeGreaterThan(3);
		for (const { name, leak: strength } of found)
			expect([name, strength < 0.05]).toEqual([name, true]);
		const other = await leaks(region, (x, y) => isFace(x, y) && x < 0.47);
		expect(colour).toBe(other.colour);
	});

	it('would be found: with the covering taken out, this test fails', async () => {
		vi.mocked(coverSvg).mockReturnValue(
			`<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"/>`,
		);
		const { found } = await leaks(region, isFace);
		vi.mocked(coverSvg).mockRestore();
		expect(found.filter(({ leak: strength }) => strength > 0.3).length).toBeGreaterThan(6);
		expect(found.filter(({ name }) => name.includes(',')).every(({ leak: one }) => one > 0.3)).toBe(
			true,
		);
	});
});

describe('a covered region', () => {
	it('is one constant colour, whatever was there', async () => {
		const source = await pictureWithNoise(size, inside);
		const cover = Buffer.from(coverSvg([faces[0]![1]], size));
		const covered = await sharp(source)
			.composite([{ input: cover }])
			.png()
			.toBuffer();
		const { data, info } = await sharp(covered)
			.extract({ left: 520, top: 293, width: 260, height: 292 })
			.raw()
			.toBuffer({ resolveWithObject: true });
		const colours = new Set<string>();
		for (let at = 0; at < data.length; at += info.channels) {
			colours.add(data.subarray(at, at + 3).toString('hex'));
		}
		expect([...colours]).toEqual(['2b2b2b']);
	});

	it('is grown by 15 %, and never less than it was drawn', async () => {
		for (const [, region, isFace] of faces) {
			const cover = Buffer.from(coverSvg([region], size));
			const { data } = await sharp(cover).raw().toBuffer({ resolveWithObject: true });
			let [drawn, covered, missed] = [0, 0, 0];
			for (let at = 0; at < size.width * size.height; at++) {
				const isCovered = data[at * 4 + 3] === 255;
				const isDrawn = isFace(
					((at % size.width) + 0.5) / size.width,
					(Math.floor(at / size.width) + 0.5) / size.height,
				);
				drawn += Number(isDrawn);
				covered += Number(isCovered);
				missed += Number(isDrawn && !isCovered);
			}
			expect(missed).toBe(0);
			expect(covered / drawn).toBeGreaterThan(1.15 ** 2 - 0.02);
			expect(covered / drawn).toBeLessThan(2);
		}
	});
});
