import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contentFolder } from '../../support/folder.ts';
import { deskOn, move, photo, set, studio } from './studio.ts';

it('shows what is written, what holds without it, what is held back and why', async () => {
	const defaults = 'defaults: { credit: { line: All }, keywords: [far] }\n';
	const one = await studio({
		'exhibition.yaml': `format: 1\ntitle: { en: A }\nlanguages: [en, tg, ru]\n${defaults}`,
	});
	const view = await one.desk.view();
	expect(view).toMatchObject({
		revision: 1,
		languages: ['en', 'tg', 'ru'],
		exhibition: { title: { en: 'A' } },
		stories: [{ id: 'the-train', lang: 'en' }],
	});
	const [first] = view.galleries;
	expect(view.galleries.map(({ id }) => id)).toEqual(['road', 'room', 'yard']);
	expect(first).toMatchObject({ folder: 'road', isPublished: true });
	expect(first!.entry).not.toHaveProperty('photos');
	expect(first!.hangings).toEqual([
		{ key: 'train', kind: 'photo', section: 'leaving', hang: 'row' },
		{ key: 'bag', kind: 'photo', hang: 'row' },
		{
			key: expect.stringMatching(/^text-[0-9a-f]{8}$/),
			kind: 'text',
			hang: 'row',
			item: { text: { en: 'A wall text' } },
		},
		{ key: 'shoes', kind: 'ref', hang: 'row', item: { ref: 'shoes' } },
		{ key: 'tea', kind: 'photo', hang: 'row' },
	]);
	const shoes = view.photos.find(({ id }) => id === 'shoes');
	expect(shoes).toMatchObject({
		...{ gallery: 'room', file: 'room/shoes.jpg', width: 48, height: 32 },
		entry: { file: 'shoes.jpg', title: 'Shoes' },
		shown: { credit: { line: { en: 'All' } }, keywords: ['far'] },
		galleries: ['road', 'room'],
	});
	expect(shoes!.heldBack.join()).toMatch(/alt/);
	expect(view.problems.find(({ photo }) => photo === 'train')).toMatchObject({
		file: 'road/gallery.yaml',
	});
});

it('a thumbnail’s address changes with what is covered', async () => {
	const one = await studio();
	const version = async () =>
		(await one.desk.view()).photos.find(({ id }) => id === 'bag')!.version;
	const before = await version();
	await one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	expect(await version()).toBe(before);
	const redact = [{ shape: 'rectangle', x: 0.1, y: 0.1, w: 0.2, h: 0.2 }];
	await one.change(set(photo('bag'), 'redact', undefined, redact));
	expect(await version()).not.toBe(before);
});

it(
	'two thousand photos: a step and the view after it are soon there',
	{ timeout: 180_000 },
	async () => {
		const folder = await contentFolder({
			'exhibition.yaml': 'format: 1\ntitle: { en: X }\nlanguages: [en, tg]\n',
			'a.jpg': true,
		});
		for (let g = 0; g < 10; g++) {
			await mkdir(join(folder, `g${g}`));
			const name = (n: number) => `w${'abcdefghij'[g]}-${n}x.jpg`;
			const items = Array.from(
				{ length: 200 },
				(_, n) => `  # about ${n}
  - file: ${name(n)}
    title: { en: Photo ${n}, tg: Акс }
    caption:
      en: >-
        A long caption of this photo which goes on
        and on ${n}
    alt: { en: Some alt text }
    consent: { status: given, ref: C-${n}, scope: [web, kiosk] }
`,
			);
			await writeFile(
				join(folder, `g${g}/gallery.yaml`),
				`title: { en: x }\nphotos:\n${items.join('')}`,
			);
			for (let n = 0; n < 200; n++)
				await copyFile(join(folder, 'a.jpg'), join(folder, `g${g}`, name(n)));
		}
		const one = await deskOn(folder);
		const timed = async (what: string, act: () => Promise<unknown>) => {
			const [start, used] = [performance.now(), process.cpuUsage()];
			await act();
			const { user, system } = process.cpuUsage(used);
			const cpu = Math.round((user + system) / 1000);
			if (process.env.NIGOH_TEST_TIMES)
				console.log(what, Math.round(performance.now() - start), cpu);
			return cpu;
		};
		await timed('first view', () => one.desk.view());
		await timed('view', () => one.desk.view());
		const used: number[] = [];
		for (let n = 1; n < 6; n++) {
			const step = { ...move([`wd-${200 - n}x`], 'wd-0x'), gallery: 'g3' } as const;
			await timed('move', () => one.change(step));
			await timed('view', () => one.desk.view());
			const field = set(photo(`wd-${n}x`), 'caption/tg', undefined, 'Тиреза');
			used.push(await timed('set', () => one.change(field)));
			await timed('view', () => one.desk.view());
		}
		const all = Array.from({ length: 200 }, (_, n) =>
			set(photo(`we-${n}x`), 'note', undefined, 'x'),
		);
		await timed('200 fields', () => one.change(...all));
		// Seconds of the clock say nothing on a busy machine.
		expect(Math.min(...used)).toBeLessThan(600);
	},
);
