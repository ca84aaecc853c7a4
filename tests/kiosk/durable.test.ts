import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeDurably, type Disk } from '../../src/kiosk/durable.ts';
import { temporaryFolder } from '../support/folder.ts';
import { fullDisk } from '../support/full-disk.ts';

it('replaces a file and leaves nothing beside it', async () => {
	const folder = await temporaryFolder();
	await writeDurably(join(folder, 'a.json'), 'one');
	await writeDurably(join(folder, 'a.json'), 'two');
	expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('two');
	expect(await readdir(folder)).toEqual(['a.json']);
});

it('writes in the order of the calls', async () => {
	const path = join(await temporaryFolder(), 'a.json');
	const texts = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(index % 7));
	await Promise.all(texts.map((text) => writeDurably(path, text)));
	expect(await readFile(path, 'utf8')).toBe(texts.at(-1));
});

it('keeps the old file where the disk is full, and goes on when there is room', async () => {
	const folder = await temporaryFolder();
	const path = join(folder, 'a.json');
	await writeDurably(path, 'old');
	const full = fullDisk(0);
	const failed = writeDurably(path, 'new', full);
	const next = writeDurably(path, 'newer');
	await expect(failed).rejects.toMatchObject({ code: 'ENOSPC' });
	await next;
	expect(await readFile(path, 'utf8')).toBe('newer');
	await expect(writeDurably(path, 'new', full)).rejects.toMatchObject({ code: 'ENOSPC' });
	expect(await readFile(path, 'utf8')).toBe('newer');
	expect(await readdir(folder)).toEqual(['a.json']);
});

it('makes the bytes safe before the name', async () => {
	const steps: string[] = [];
	const watched: Disk = {
		rm,
		rename: async (...args) => {
			steps.push('rename');
			await rename(...args);
		},
		open: async (...args) => {
			const file = await open(...args);
			const { sync } = file;
			file.sync = () => {
				steps.push('sync');
				return sync.call(file);
			};
			return file;
		},
	};
	await writeDurably(join(await temporaryFolder(), 'a'), 'text', watched);
	expect(steps).toEqual(['sync', 'rename']);
});
