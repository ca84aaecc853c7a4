import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPicture, planWidths, type Wish } from '../../../../src/lib/server/images/plan.ts';

const wish: Wish = {
	size: { width: 6000, height: 4000 },
	maxWidth: 3840,
	redact: [],
	focal: [0.5, 0.5],
	crop: true,
	cover: false,
	opening: false,
	card: false,
	xmp: '<xmp/>',
	preset: 'default',
};
const plan = (some: Partial<Wish> = {}, source = 'aa', encoder = 'e1') =>
	planPicture(source, { ...wish, ...some }, encoder);
const names = (some?: Partial<Wish>, source?: string, encoder?: string) =>
	plan(some, source, encoder).jobs.map(({ name }) => name);
const sizes = (some: Partial<Wish>) =>
	plan(some).picture.renditions.map(({ format, width, height }) => `${format} ${width}x${height}`);

describe('the files of a photo', () => {
	it('are AVIF at every width, and JPEG at two', () => {
		expect(sizes({})).toEqual([
			'avif 320x213',
			'avif 640x427',
			'avif 1280x853',
			'avif 2048x1365',
			'avif 3840x2560',
			'jpg 640x427',
			'jpg 1280x853',
		]);
	});

	it('are no wider than they may be', () => {
		expect(sizes({ maxWidth: 2048 }).slice(0, 5).at(-2)).toBe('avif 2048x1365');
		expect(sizes({ maxWidth: 1000 })).toEqual([
			'avif 320x213',
			'avif 640x427',
			'avif 1000x667',
			'jpg 640x427',
			'jpg 1000x667',
		]);
	});

	it('go on to the widest that is allowed where they are for a hall, under the same names', () => {
		const size = { width: 12000, height: 6000 };
		const hall = (maxWidth: number) => sizes({ size, maxWidth, wide: true });
		expect(hall(9000).slice(4, 7)).toEqual([
			...['avif 3840x1920', 'avif 5120x2560', 'avif 9000x4500'],
		]);
		expect(hall(5300).slice(4, 7)).toEqual(['avif 3840x1920', 'avif 5300x2650', 'jpg 640x320']);
		expect(hall(2048)).toEqual(sizes({ size, maxWidth: 2048 }));
		expect(sizes({ size, maxWidth: 9000 }).at(4)).toBe('avif 3840x1920');
		expect(names({ wide: true })).toEqual(names());
	});

	it('are never upscaled, and none is made that is nearly as wide as the original', () => {
		expect(sizes({ size: { width: 700, height: 700 } })).toEqual([
			'avif 320x320',
			'avif 700x700',
			'jpg 700x700',
		]);
		expect(sizes({ size: { width: 1, height: 900 } })).toEqual(['avif 1x900', 'jpg 1x900']);
		expect(sizes({ size: { width: 9000, height: 1 } }).at(0)).toBe('avif 320x1');
	});

	it('have widths that rise, end with the widest allowed, and are not too near one another', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 12000 }), (original) => {
				const widths = planWidths(original, [320, 640, 1280, 2048, 3840]);
				expect(widths.at(-1)).toBe(Math.min(original, 3840));
				for (const [index, width] of widths.slice(1).entries()) {
					expect(widths[index]! / width).toBeLessThan(0.85);
				}
			}),
		);
	});
});

describe('the name of a file', () => {
	it('tells its width and format, and nothing of its source', () => {
		for (const name of names({ cover: true, opening: true, card: true })) {
			expect(name).toMatch(/^[0-9a-f]{20}-\d+\.(avif|jpg)$/);
		}
	});

	it.each([
		['the source', names({}, 'bb')],
		['what is covered', names({ redact: [{ shape: 'ellipse', x: 0, y: 0, w: 0.1, h: 0.1 }] })],
		['the encoder', names({}, 'aa', 'e2')],
	])('is another for each when %s changes', (_, others) => {
		expect(others.filter((name) => names().includes(name))).toEqual([]);
	});

	it('does not change with the reason why a part is covered', () => {
		const region = { shape: 'ellipse' as const, x: 0, y: 0, w: 0.1, h: 0.1 };
		const given = names({ redact: [{ ...region, reason: 'bystander' }] });
		expect(given).toEqual(names({ redact: [region] }));
	});

	it('does not depend on what else is made of the photo', () => {
		expect(names({ cover: true, card: true, crop: false })).toEqual(
			expect.arrayContaining(names()),
		);
		expect(names({ focal: [0.1, 0.1] })).toEqual(names());
	});

	it('changes with the words in the file, only where it has any', () => {
		const changed = plan({ xmp: '<other/>' }).jobs.filter(({ name }) => !names().includes(name));
		expect(changed.map(({ format, width }) => `${format} ${width}`)).toEqual([
			'avif 1280',
			'avif 2048',
			'avif 3840',
			'jpg 640',
			'jpg 1280',
		]);
	});
});

describe('crops', () => {
	const { jobs, picture } = plan({ cover: true, card: true, focal: [0.5, 0] });

	it('for covers are three by two, the card is 1200 by 630 and a JPEG', () => {
		expect(picture.cover?.map(({ width, height }) => width / height)).toEqual([
			expect.closeTo(1.5, 2),
			expect.closeTo(1.5, 2),
			expect.closeTo(1.5, 2),
		]);
		expect(picture.card).toMatchObject({ format: 'jpg', width: 1200, height: 630 });
		const { cut, framed, mostBytes } = jobs.at(-1)!;
		expect({ cut, framed, mostBytes }).toEqual({
			cut: { left: 0, top: 0, width: 3840, height: 2016 },
			framed: false,
			mostBytes: 300_000,
		});
	});

	it('for a telephone are four by five round the focal point, AVIF alone', () => {
		const { tall } = plan({ opening: true, focal: [1, 0.5] }).picture;
		expect(tall?.map(({ format, width, height }) => `${format} ${width}x${height}`)).toEqual([
			'avif 480x600',
			'avif 768x960',
			'avif 1080x1350',
		]);
		const { cut } = plan({ opening: true, focal: [1, 0.5] }).jobs.find(
			({ width }) => width === 768,
		)!;
		expect(cut).toEqual({ left: 1792, top: 0, width: 2048, height: 2560 });
	});

	it('for a telephone are not made of what is higher than wide', () => {
		const upright = { size: { width: 4000, height: 6000 }, opening: true };
		expect(plan(upright).picture.tall).toBeUndefined();
	});

	it('are not made of what may not be cropped: the card shows it whole', () => {
		const { picture: whole, jobs: all } = plan({
			...{ cover: true, opening: true, card: true, crop: false },
		});
		expect(whole.cover).toBeUndefined();
		expect(whole.tall).toBeUndefined();
		expect(all.at(-1)).toMatchObject({ framed: true, width: 1200, height: 630 });
		expect(all.at(-1)?.cut).toBeUndefined();
	});

	it('are not enlarged: a small picture stands whole on its card', () => {
		const small = plan({ size: { width: 900, height: 900 }, card: true });
		expect(small.jobs.at(-1)).toMatchObject({ framed: true });
	});

	it('are made where they are wanted only', () => {
		expect(plan().picture).toMatchObject({ cover: undefined, card: undefined });
		expect(plan().jobs).toHaveLength(7);
	});
});
