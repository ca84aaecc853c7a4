import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Disk } from '../../../src/studio/files/disk.ts';
import { contentFolder } from '../../support/folder.ts';
import { fullDisk } from '../../support/full-disk.ts';
import { deskOn, files, photo, road, room, set, studio } from './studio.ts';

const real: Disk = { open, rename, rm };
const fails = (code: string) => Object.assign(new Error(code), { code });

const operation = set(photo('bag'), 'caption', 'A bag', 'The bag');

it(
	'on a full disk the old file stays, wherever there is no more room',
	{ timeout: 60_000 },
	async () => {
		const folder = await contentFolder(files);
		let written = false;
		for (let space = 0; !written; space += 150) {
			const one = await deskOn(folder, { disk: fullDisk(space) });
			const outcome = await one.change(operation).catch((error: Error) => error);
			const text = await one.text('road/gallery.yaml');
			written = text !== road;
			if (written) expect(text).toBe(road.replace('A bag', 'The bag'));
			if (outcome instanceof Error)
				expect(outcome.message).toMatch(/was not written: the disk is full/);
			expect((await readdir(join(folder, 'road'))).filter((name) => name.endsWith('.tmp'))).toEqual(
				[],
			);
			await one.desk.close();
			const two = await deskOn(folder);
			expect(await two.text('road/gallery.yaml')).toBe(outcome instanceof Error ? road : text);
			await two.desk.close();
			expect(space).toBeLessThan(10_000);
		}
	},
);

it('what failed amid two files is taken back, and can be done when there is room', async () => {
	let room_ = 2;
	const disk: Disk = {
		...real,
		rename: async (from, to) => {
			if (String(to).endsWith('room/gallery.yaml') && room_-- > 0) throw fails('ENOSPC');
			return rename(from, to);
		},
	};
	const one = await studio({}, { disk });
	const step = { do: 'rehome', photo: 'bag', gallery: 'room', before: null } as const;
	await expect(one.change(step)).rejects.toThrow('gallery.yaml was not written: the disk is full.');
	expect(await one.text('road/gallery.yaml')).toBe(road);
	expect(await one.text('room/gallery.yaml')).toBe(room);
	await expect(one.change(step)).rejects.toMatchObject({
		remedy: expect.stringContaining('make room'),
	});
	expect(await one.change(step)).toMatchObject({ done: true });
	expect(await one.text('room/gallery.yaml')).toContain('bag.jpg');
});

it.each([
	['EROFS', 'the disk may only be read'],
	['EACCES', 'another program holds it, or you may not write there'],
	['EBUSY', 'another program holds it'],
])('%s is said in a sentence that names the file', async (code, says) => {
	const disk: Disk = {
		...real,
		rename: async (from, to) => {
			if (String(to).endsWith('gallery.yaml')) throw fails(code);
			return rename(from, to);
		},
	};
	const one = await studio({}, { disk });
	const refused = one.change(operation);
	await expect(refused).rejects.toThrow(`gallery.yaml was not written: ${says}.`);
	expect(await one.text('road/gallery.yaml')).toBe(road);
});

it('a file that is held for a moment is waited for', async () => {
	let held = 4;
	const disk: Disk = {
		...real,
		rename: async (from, to) => {
			if (String(to).endsWith('gallery.yaml') && held-- > 0) throw fails('EPERM');
			return rename(from, to);
		},
	};
	const one = await studio({}, { disk, patience: 3000 });
	expect(await one.change(operation)).toMatchObject({ done: true });
	expect(held).toBeLessThan(0);
});

it('only fifty versions of a file are kept', async () => {
	const one = await studio();
	for (let n = 0; n < 55; n++) {
		await one.change(set(photo('bag'), 'note', n > 0 ? String(n - 1) : undefined, String(n)));
	}
	expect(await one.desk.versions(photo('bag'))).toHaveLength(50);
});
