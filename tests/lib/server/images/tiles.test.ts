import { describe, expect, it } from 'vitest';
import { planPicture, type Wish } from '../../../../src/lib/server/images/plan.ts';

const wish: Wish = {
	size: { width: 6000, height: 4000 },
	maxWidth: 3840,
	redact: [],
	focal: [0.5, 0.5],
	crop: true,
	...{ cover: false, opening: false, card: false },
	xmp: '<xmp/>',
	preset: 'default',
};
const plan = (some: Partial<Wish> = {}) => planPicture('aa', { ...wish, ...some }, 'e1');

describe('tiles', () => {
	const cut = (some: Partial<Wish> = {}) => plan({ zoom: true, ...some });
	const names = (some: Partial<Wish> = {}) =>
		cut(some).jobs.flatMap(({ level, name }) => (level ? name : []));

	it('are made only where somebody asked for them, and of no picture that one would hold', () => {
		expect(plan().picture.tiles).toBeUndefined();
		expect(cut({ size: { width: 512, height: 400 } }).picture.tiles).toBeUndefined();
		expect(cut({ size: { width: 513, height: 400 } }).picture.tiles?.factors).toEqual([1, 2]);
	});

	it('show all that may be shown, also where no other file is as wide', () => {
		const { picture, master } = cut({ maxWidth: 12000 });
		expect(picture.tiles).toMatchObject({ width: 6000, height: 4000, factors: [1, 2, 4, 8, 16] });
		expect(master.width).toBe(6000);
		expect(picture.renditions.map(({ width }) => width)).toContain(3840);
		expect(cut({ maxWidth: 2048 }).picture.tiles?.width).toBe(2048);
	});

	it('lie side by side on their level, and have names of their own', () => {
		const jobs = cut({ size: { width: 1300, height: 700 } }).jobs.filter(({ level }) => level);
		const within = jobs.map(({ level, cut: box, width, height }) => {
			const fits = box!.left + width <= level!.width && box!.top + height <= level!.height;
			return fits && box!.width === width && box!.height === height;
		});
		expect([...new Set(within)]).toEqual([true]);
		expect(jobs).toHaveLength(6 + 2 + 1);
		expect(new Set(names()).size).toBe(names().length);
		for (const name of names())
			expect(name).toMatch(/^[0-9a-f]{20}-(full|\d+,\d+,\d+,\d+)-\d+,\d+\.jpg$/);
	});

	it('have other names after a region was covered, and when what the files say has changed', () => {
		const region = { shape: 'rectangle', x: 0.1, y: 0.1, w: 0.2, h: 0.2 } as const;
		const key = (some?: Partial<Wish>) => cut(some).picture.tiles?.key;
		expect(new Set([key(), key({ redact: [region] }), key({ xmp: '<other/>' })]).size).toBe(3);
		expect(key()).toBe(key());
	});
});
