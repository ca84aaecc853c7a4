import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { concernedBy } from '../../../src/lib/server/content/concerned.ts';
import { readContent } from '../../../src/lib/server/content/read.ts';
import { takeIn } from '../../../src/vite/intake.ts';
import { filesIn } from '../../../src/vite/made.ts';
import { takeOut } from '../../../src/vite/withdraw.ts';
import { tracesIn } from '../../../src/vite/traces.ts';
import { contentFolder } from '../../support/folder.ts';
import { photo, road, set, studio } from './studio.ts';

it('an intake is one step: undone, its photos lie in the trash', async () => {
	const one = await studio();
	const folder = await contentFolder({ 'camel.jpg': true, 'dune.jpg': true });
	const taking = async () => {
		await takeIn(await readContent(one.folder), folder, 'road', () => undefined);
	};
	expect(await one.desk.record('Added 2 photos', taking)).toMatchObject({ done: true });
	const after = await one.text('road/gallery.yaml');
	expect(after).toContain('file: camel.jpg');
	await one.desk.undo();
	expect(await one.text('road/gallery.yaml')).toBe(road);
	expect(await readdir(join(one.folder, 'road'))).not.toContain('camel.jpg');
	await one.desk.redo();
	expect(await one.text('road/gallery.yaml')).toBe(after);
	expect(await readdir(join(one.folder, 'road'))).toContain('camel.jpg');
});

it('what is final says why, and nothing before it is undone either', async () => {
	const one = await studio();
	await one.change(set(photo('bag'), 'caption', 'A bag', 'The bag'));
	await one.desk.record('Sealed bag', async () => undefined, 'the original lies in the vault');
	expect((await one.desk.history())[0]).toMatchObject({ final: 'the original lies in the vault' });
	expect((await one.desk.view()).canUndo).toBeUndefined();
	await expect(one.desk.undo()).rejects.toThrow('This cannot be undone: the original lies');
	await one.desk.record('Lost', () => rm(join(one.folder, 'room/shoes.jpg')));
	await expect(one.desk.undo()).rejects.toThrow('pictures were replaced or removed');
});

const secret = 'Her name is Zulfiya and she waits';

/** Its caption in every place that the studio has: journal, backups, trash, what failed. */
async function told() {
	const one = await studio({ 'road/bag.jpg.xmp': `<x>${secret}</x>` });
	await one.change(set(photo('bag'), 'caption', 'A bag', secret));
	await one.change(set(photo('bag'), 'caption', secret, 'Other'));
	await one.change({ do: 'remove', photo: 'bag' });
	await one.desk.undo();
	const found = await tracesIn(join(one.folder, '.exhibition/studio'), [secret]);
	expect(found.found.length).toBeGreaterThan(1);
	const erase = async () => {
		const content = await readContent(one.folder);
		const concerned = concernedBy(content, { ids: ['bag'] });
		await takeOut({ cache: join(one.folder, '.exhibition/cache') }, content, concerned, true);
	};
	return { one, erase };
}

it('of an erased photo no word is left in the studio’s folders', async () => {
	const { one, erase } = await told();
	await one.desk.record('Withdrew bag', erase, 'it was withdrawn');
	const left = await tracesIn(one.folder, [secret, 'Other']);
	expect(left.found).toEqual([]);
	expect(await filesIn(join(one.folder, '.exhibition/studio'))).toEqual(['journal.ndjson', 'lock']);
	expect(await one.desk.history()).toMatchObject([{ title: 'Withdrew bag' }]);
});

it('nor where a command erases it while the studio is open: it forgets too', async () => {
	const { one, erase } = await told();
	await erase();
	await expect(one.desk.undo()).rejects.toThrow('There is nothing to undo.');
	await one.change(set(photo('tea'), 'alt', 'Tea', 'T'));
	await writeFile(join(one.folder, 'road/x.md'), '');
	await one.desk.view();
	const left = await tracesIn(one.folder, [secret, 'Other']);
	expect(left.found).toEqual([]);
	expect(await one.desk.history()).toHaveLength(1);
});
