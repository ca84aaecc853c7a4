import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readContent } from '../../../src/lib/server/content/read.ts';
import { forgetStudio } from '../../../src/lib/server/content/studio-folder.ts';
import { withdrawnIds } from '../../../src/lib/server/content/withdrawn.ts';
import type { Disk } from '../../../src/studio/files/disk.ts';
import { run } from '../../support/command.ts';
import { holding } from '../../support/holding.ts';
import { photo, set, studio } from './studio.ts';

const secret = 'Her name is Zulfiya and she waits';

it('a command erases it while the studio is open, and nothing there brings it back', async () => {
	const one = await studio();
	const out = `${one.folder}-out`;
	await one.change(set(photo('bag'), 'caption', 'A bag', secret));
	await one.change(set(photo('bag'), 'caption', secret, 'Other'));
	await one.desk.undo();
	const picture = await readFile(join(one.folder, 'road/bag.jpg'));
	const args = ['bag', '--erase', '--exhibition', one.folder, '--out', out, '--fast'];
	const { stdout } = await run(['photos:withdraw', ...args]);
	expect(stdout).toContain('the studio’s trash, backups and history are erased');
	await expect(one.desk.redo()).rejects.toThrow('nothing to do again');
	await expect(one.desk.undo()).rejects.toThrow('nothing to undo');
	await one.change(set(photo('tea'), 'alt', 'Tea', 'Green tea'));
	await one.desk.undo();
	expect(await one.desk.versions({ kind: 'gallery', gallery: 'road' })).toHaveLength(2);
	expect((await one.desk.view()).photos.map(({ id }) => id)).not.toContain('bag');
	await one.desk.close();
	expect(await holding(one.folder, [picture, secret, 'Other'])).toEqual([]);
	expect(withdrawnIds(await readContent(one.folder))).toEqual(['bag']);
}, 180_000);

/** Erases what the studio has at the moment when a step is about to be written down. */
function erasing(folder: () => string): Disk & { isArmed: boolean } {
	const disk = {
		...{ isArmed: false, rename, rm },
		open: async (...args: Parameters<typeof open>) => {
			if (disk.isArmed && String(args[0]).endsWith('.ndjson')) {
				disk.isArmed = false;
				await forgetStudio(folder());
			}
			return open(...args);
		},
	};
	return disk;
}

it.each(['step', 'undo', 'redo'] as const)('what is erased amid a %s stays so', async (kind) => {
	let folder = '';
	const disk = erasing(() => folder);
	const one = await studio({}, { disk });
	folder = one.folder;
	await one.change(set(photo('bag'), 'caption', 'A bag', secret));
	await one.change(set(photo('bag'), 'caption', secret, 'Other'));
	if (kind === 'redo') await one.desk.undo();
	disk.isArmed = true;
	const written = await one.text('road/gallery.yaml');
	if (kind === 'step')
		expect(await one.change(set(photo('tea'), 'alt', 'Tea', 'T'))).toMatchObject({ done: true });
	else await expect(one.desk[kind]()).rejects.toThrow('erased meanwhile');
	expect(disk.isArmed).toBe(false);
	if (kind !== 'step') expect(await one.text('road/gallery.yaml')).toBe(written);
	expect(await one.desk.history()).toHaveLength(kind === 'step' ? 1 : 0);
});

it('what other code wrote meanwhile is not written down word by word', async () => {
	const one = await studio();
	const change = async () => {
		await forgetStudio(one.folder);
		const after = (await one.text('road/gallery.yaml')).replace('A bag', secret);
		await writeFile(join(one.folder, 'road/gallery.yaml'), after);
	};
	await one.change(set(photo('tea'), 'alt', 'Tea', 'T'));
	await one.desk.record('Added 2 photos', change);
	expect(await holding(join(one.folder, '.exhibition/studio'), [secret])).toEqual([]);
	await expect(one.desk.undo()).rejects.toThrow('the history was erased meanwhile');
});
