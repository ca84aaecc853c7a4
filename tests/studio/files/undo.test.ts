import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deskOn, diff, move, photo, road, set, studio } from './studio.ts';

it('what was done can be undone and done again after a restart, to the byte', async () => {
	const one = await studio();
	await one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	await one.change(move(['tea'], 'train'));
	const after = await one.text('road/gallery.yaml');
	await one.desk.close();
	const two = await deskOn(one.folder);
	expect(await two.desk.view()).toMatchObject({ canUndo: 'A step', canRedo: undefined });
	await two.desk.undo();
	await two.desk.undo();
	expect(await two.text('road/gallery.yaml')).toBe(road);
	await expect(two.desk.undo()).rejects.toThrow('There is nothing to undo.');
	await two.desk.close();
	const three = await deskOn(one.folder);
	expect((await three.desk.history()).map(({ undone }) => undone)).toEqual([true, true]);
	await three.desk.redo();
	await three.desk.redo();
	expect(await three.text('road/gallery.yaml')).toBe(after);
	await expect(three.desk.redo()).rejects.toThrow('There is nothing to do again.');
});

it('an undo keeps what somebody else has written meanwhile', async () => {
	const one = await studio();
	await one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	await one.change(move(['tea'], 'train'));
	const path = join(one.folder, 'road/gallery.yaml');
	await writeFile(
		path,
		(await one.text('road/gallery.yaml')).replace('title: { en: Train }', 'title: { en: Zug }'),
	);
	expect(await one.desk.undo()).toMatchObject({ done: true });
	expect(await one.desk.undo()).toMatchObject({ done: true });
	expect(diff(road, await one.text('road/gallery.yaml'))).toEqual([
		'-    title: { en: Train }',
		'+    title: { en: Zug }',
	]);
	await one.desk.redo();
	expect(await one.text('road/gallery.yaml')).toContain('caption: The bag');
	await writeFile(path, (await one.text('road/gallery.yaml')).replace('The bag', 'My bag'));
	expect(await one.desk.undo()).toMatchObject({
		done: false,
		conflicts: [{ theirs: 'My bag', yours: 'A bag', base: 'The bag' }],
	});
});

it('a torn last line of the journal is passed over', async () => {
	const one = await studio();
	await one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	await one.desk.close();
	const journal = join(one.folder, '.exhibition/studio/journal.ndjson');
	await writeFile(journal, `${await readFile(journal, 'utf8')}{"n":2,"at":"20`);
	const two = await deskOn(one.folder);
	await two.change(set(photo('tea'), 'alt', 'Tea', 'T'));
	await two.desk.close();
	const three = await deskOn(one.folder);
	expect(await three.desk.history()).toHaveLength(2);
	await three.desk.undo();
	await three.desk.undo();
	expect(await three.text('road/gallery.yaml')).toBe(road);
});

it('earlier versions of a file are kept, and brought back as a step', async () => {
	const one = await studio();
	await one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	await one.change(set(photo('bag'), 'caption', 'The bag', 'My bag'));
	const versions = await one.desk.versions({ kind: 'gallery', gallery: 'road' });
	expect(versions).toMatchObject([
		{ file: 'road/gallery.yaml' },
		{ bytes: Buffer.byteLength(road) },
	]);
	await one.desk.restore(photo('bag'), versions[1]!.version);
	expect(await one.text('road/gallery.yaml')).toBe(road);
	await one.desk.undo();
	expect(await one.text('road/gallery.yaml')).toContain('My bag');
	const gone = one.desk.restore(photo('bag'), '../../../exhibition.yaml');
	await expect(gone).rejects.toThrow('This version is not kept any more.');
});
