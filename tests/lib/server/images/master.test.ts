import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readHeader } from '../../../../src/lib/server/content/metadata/header.ts';
import { safeMaster, type SafeMaster } from '../../../../src/lib/server/images/master.ts';
import { planPicture } from '../../../../src/lib/server/images/plan.ts';
import { corpus, hasCorpus } from '../../../support/corpus.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import colours from './colours.json' with { type: 'json' };

async function masterOf(file: string): Promise<SafeMaster> {
	const { autoOrient: size } = await readHeader(file);
	const wish = { size, maxWidth: 3840, redact: [], focal: [0.5, 0.5] as const, crop: true };
	const more = { cover: false, opening: false, card: false, xmp: '', preset: 'fast' as const };
	return safeMaster(file, planPicture('x', { ...wish, ...more }, 'e').master);
}

/** Mean colours of a grid of 8 by 6 cells, three numbers each. */
function grid({ width, height, data }: SafeMaster): number[] {
	const cells = Array.from({ length: 48 }, (_, cell) => [cell % 8, Math.floor(cell / 8)] as const);
	return cells.flatMap(([column, row]) => {
		const [left, right] = [column, column + 1].map((x) => Math.floor((width * x) / 8));
		const [top, bottom] = [row, row + 1].map((y) => Math.floor((height * y) / 6));
		const sums = [0, 0, 0];
		for (let y = top!; y < bottom!; y++) {
			for (let x = left!; x < right!; x++) {
				for (let c = 0; c < 3; c++) sums[c]! += data[(y * width + x) * 3 + c]!;
			}
		}
		return sums.map((sum) => sum / ((right! - left!) * (bottom! - top!)));
	});
}

function meanDifference(a: readonly number[], b: readonly number[]): number {
	return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

async function written(name: string, data: Buffer): Promise<string> {
	const file = join(await temporaryFolder(), name);
	await writeFile(file, data);
	return file;
}

/** Four corners of four colours, as a camera that was held so would store them. */
async function cornersAs(orientation: number): Promise<string> {
	const turns = [0, 0, 0, 180, 180, 270, 270, 90, 90];
	const isMirrored = [2, 4, 5, 7].includes(orientation);
	const upright = await sharp({
		create: { width: 96, height: 64, channels: 3, background: '#f00' },
	})
		.composite(
			[
				['#0f0', 48, 0],
				['#00f', 0, 32],
				['#fff', 48, 32],
			].map(([background, left, top]) => ({
				input: {
					create: { width: 48, height: 32, channels: 3 as const, background: String(background) },
				},
				left: Number(left),
				top: Number(top),
			})),
		)
		.png()
		.toBuffer();
	const mirrored = isMirrored ? await sharp(upright).flop().png().toBuffer() : upright;
	const stored = sharp(mirrored).rotate(turns[orientation]!);
	const data = await stored.jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
	// As a camera writes it; nothing that we publish is made so.
	// eslint-disable-next-line no-restricted-properties
	const turned = sharp(data).withMetadata({ orientation });
	return written('a.jpg', await turned.jpeg({ quality: 100 }).toBuffer());
}

describe('a picture that a camera stored turned', () => {
	it.each([1, 2, 3, 4, 5, 6, 7, 8])('in orientation %i stands upright', async (orientation) => {
		const master = await masterOf(await cornersAs(orientation));
		const at = (x: number, y: number) => {
			const start = (y * master.width + x) * 3;
			return [...master.data.subarray(start, start + 3)].map((value) => Math.round(value / 255));
		};
		expect([master.width, master.height]).toEqual([96, 64]);
		expect([at(8, 8), at(88, 8), at(8, 56), at(88, 56)]).toEqual([
			[1, 0, 0],
			[0, 1, 0],
			[0, 0, 1],
			[1, 1, 1],
		]);
	});

	it.skipIf(!hasCorpus)('shows its digit as the one that was stored upright does', async () => {
		const folder = join(corpus, 'metadata/orientation');
		const first = await masterOf(join(folder, 'Landscape_1.jpg'));
		for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
			const other = await masterOf(join(folder, `Landscape_${orientation}.jpg`));
			expect([other.width, other.height]).toEqual([first.width, first.height]);
			// All but the digit is alike; upside down or mirrored the sky would not be.
			expect(meanDifference(grid(other), grid(first))).toBeLessThan(6);
		}
	});
});

describe.skipIf(!hasCorpus)('colours, against LittleCMS', () => {
	it.each(Object.keys(colours))('%s differs by 2 of 255 at most', async (name) => {
		const hex = Buffer.from(colours[name as keyof typeof colours], 'hex');
		const master = await masterOf(join(corpus, 'hard/colour', name));
		expect(meanDifference(grid(master), [...hex])).toBeLessThan(2);
	});
});

describe('a master', () => {
	const plain = {
		create: { width: 40, height: 30, channels: 4 as const, background: '#00000000' },
	};

	it('puts what is transparent on white', async () => {
		const file = await written('a.png', await sharp(plain).png().toBuffer());
		expect(new Set((await masterOf(file)).data)).toEqual(new Set([255]));
	});

	it('is the first frame of an animation', async () => {
		const frames = ['#ff0000', '#0000ff'].map((background) => ({
			create: { width: 40, height: 30, channels: 3 as const, background },
		}));
		const [one, two] = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
		const data = await sharp([one!, two!], { join: { animated: true } })
			.gif()
			.toBuffer();
		const master = await masterOf(await written('a.gif', data));
		expect([master.width, master.height, ...master.data.subarray(0, 3)]).toEqual([
			40, 30, 255, 0, 0,
		]);
	});

	it.each(['b-w', 'grey16'] as const)('of a picture in %s has three channels', async (space) => {
		const data = await sharp(plain)
			.flatten({ background: '#808080' })
			.toColourspace(space)
			.png()
			.toBuffer();
		const master = await masterOf(await written('a.png', data));
		expect(master.data).toHaveLength(40 * 30 * 3);
		expect(master.data[0]).toBeGreaterThan(120);
	});

	it('is what the content says, whatever the name does', async () => {
		const data = await sharp(plain)
			.flatten({ background: '#ff0000' })
			.webp({ lossless: true })
			.toBuffer();
		expect([...(await masterOf(await written('a.jpg', data))).data.subarray(0, 3)]).toEqual([
			255, 0, 0,
		]);
	});

	it('is no larger than its widest file', async () => {
		const large = {
			create: { width: 5000, height: 2500, channels: 3 as const, background: '#888' },
		};
		const master = await masterOf(await written('a.jpg', await sharp(large).jpeg().toBuffer()));
		expect([master.width, master.height]).toEqual([3840, 1920]);
	});
});
