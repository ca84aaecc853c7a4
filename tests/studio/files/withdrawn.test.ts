import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { concernedBy, type Asked } from '../../../src/lib/server/content/concerned.ts';
import { readContent } from '../../../src/lib/server/content/read.ts';
import { removedPhotos } from '../../../src/lib/server/content/studio-memory.ts';
import { withdrawnIds } from '../../../src/lib/server/content/withdrawn.ts';
import { refuseUnknown, takeOut } from '../../../src/vite/withdraw.ts';
import { contentFolder, smallPicture } from '../../support/folder.ts';
import { holding } from '../../support/holding.ts';
import { deskOn, files, photo, set, studio, type Studio } from './studio.ts';

const secret = 'Her name is Zulfiya and she waits';

async function withdraw(folder: string, asked: Partial<Asked>, erase: boolean): Promise<void> {
	const content = await readContent(folder);
	const removed = await removedPhotos(folder);
	const whole = { ids: [], ...asked };
	refuseUnknown(content, whole, removed);
	const cache = join(folder, '.exhibition/cache');
	await takeOut({ cache }, content, concernedBy(content, whole, removed), erase);
}

/** A photo whose words and place were changed, and which then went into the trash. */
async function removed(): Promise<Studio> {
	const one = await studio({ 'road/bag.jpg.xmp': `<x>${secret}</x>` });
	await one.change(set(photo('bag'), 'caption', 'A bag', secret));
	await one.change(set(photo('bag'), 'people', undefined, ['zulfiya']));
	await one.change(set(photo('bag'), 'consent', undefined, { status: 'given', ref: 'C-9' }));
	await one.change({ do: 'rehome', photo: 'bag', gallery: 'room', before: null });
	await one.change({ do: 'remove', photo: 'bag' });
	return one;
}

it.each([
	['by its id', { ids: ['bag'] }],
	['by what its consent was given for', { ref: 'C-9' }],
] as const)('a removed photo that is withdrawn, %s, is in no byte any more', async (_, asked) => {
	const one = await removed();
	const picture = await smallPicture('road/bag.jpg');
	expect((await holding(one.folder, [picture, secret])).length).toBeGreaterThan(2);
	const erase = () => withdraw(one.folder, asked, true);
	expect(await one.desk.record('Withdrew', erase, 'withdrawn')).toMatchObject({ done: true });
	expect(await holding(one.folder, [picture, secret])).toEqual([]);
	await expect(one.desk.undo()).rejects.toThrow('cannot be undone');
	// Kiosks that have it are told so.
	expect(withdrawnIds(await readContent(one.folder))).toEqual(['bag']);
});

it('without the word to erase it, its file does not stay in the trash either', async () => {
	const one = await removed();
	await withdraw(one.folder, { ids: ['bag'] }, false);
	expect(await holding(one.folder, [await smallPicture('road/bag.jpg')])).toEqual([]);
	expect(await one.desk.undo()).toMatchObject({ done: false });
	expect((await one.desk.view()).photos.map(({ id }) => id)).not.toContain('bag');
});

it('its original goes from the vault under the name that it had before it was moved', async () => {
	const root = await contentFolder({
		...Object.fromEntries(Object.entries(files).map(([name, file]) => [`photos/${name}`, file])),
		'vault/road/bag.jpg': 'the open face',
		'vault/road/tea.jpg': 'another face',
	});
	const one = await deskOn(join(root, 'photos'));
	await one.change({ do: 'rehome', photo: 'bag', gallery: 'room', before: null });
	await withdraw(one.folder, { ids: ['bag'] }, true);
	expect(await holding(root, ['the open face', await smallPicture('photos/road/bag.jpg')])).toEqual(
		[],
	);
	expect(await holding(root, ['another face'])).toHaveLength(1);
});

it('whose journal is gone is known by its name', async () => {
	const one = await removed();
	await rm(join(one.folder, '.exhibition/studio/journal.ndjson'));
	expect(await removedPhotos(one.folder)).toMatchObject([{ id: 'bag', file: 'room/bag.jpg' }]);
	await expect(withdraw(one.folder, { ids: ['bug'] }, true)).rejects.toThrow('no photo "bug"');
});
