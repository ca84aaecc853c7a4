import { mkdir, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { Store } from '../../../src/kiosk/release/store.ts';
import { kioskRelease } from '../../support/kiosk-release.ts';
import { device, expectWhole } from '../../support/kiosk-store.ts';

let root: string;
let ids: string[];
const boot = async () => {
	const store = new Store(root);
	expect(await store.boot('2026-11-24')).toEqual([]);
	return store;
};

beforeEach(async () => {
	const { folder, release } = await kioskRelease({ photos: ['tea'] });
	const first = await device(folder);
	await first.wait(62);
	const next = await kioskRelease({ photos: ['tea', 'bread'] }, folder);
	first.conductor.look();
	await first.wait(62);
	({ root } = first);
	ids = [next.release.id, release.id];
});

it('shows nothing where there is nothing', async () => {
	await rm(root, { recursive: true });
	const store = await boot();
	expect(store.current()).toBeUndefined();
	expect(store.pending()).toBeUndefined();
});

it.each([
	['is missing', () => rm(join(root, 'current'))],
	[
		'leads nowhere',
		async () => {
			await rm(join(root, 'current'));
			await symlink('releases/none', join(root, 'current'));
		},
	],
	[
		'is a file',
		async () => {
			await rm(join(root, 'current'));
			await writeFile(join(root, 'current'), '');
		},
	],
])('shows the newest release where the link %s', async (_, damage) => {
	await damage();
	const store = await boot();
	expect(store.current()?.id).toBe(ids[0]);
	expect(await readlink(join(root, 'current'))).toBe(`releases/${ids[0]}`);
	await expectWhole(store);
});

it.each([
	['has no COMPLETE', 'COMPLETE', undefined],
	['has a list that cannot be read', 'release.json', '{'],
])('shows the one before where the newest %s', async (_, name, text) => {
	const file = join(root, 'releases', ids[0]!, name);
	await (text === undefined ? rm(file) : writeFile(file, text));
	const store = await boot();
	expect(store.current()?.id).toBe(ids[1]);
	expect(await readdir(join(root, 'releases'))).toEqual([ids[1]]);
	await expectWhole(store);
});

it('clears away what was begun', async () => {
	await mkdir(join(root, 'releases/.staging-ab/site'), { recursive: true });
	await writeFile(join(root, 'releases/.staging-ab/site/index.html'), '');
	await boot();
	expect((await readdir(join(root, 'releases'))).sort()).toEqual([...ids].sort());
});

it('forgets a broken memory, and shows what it has', async () => {
	for (const name of ['probation', 'failed', 'withdrawn']) {
		await writeFile(join(root, 'state', `${name}.json`), '{"ids":');
	}
	expect((await boot()).current()?.id).toBe(ids[0]);
});

it('what is shown changes only when it is told to', async () => {
	const store = await boot();
	const { folder } = store.current()!;
	await rm(join(root, 'current'));
	await symlink(`releases/${ids[1]}`, join(root, 'current'));
	await store.refresh();
	expect(store.current()).toMatchObject({ id: ids[0], folder });
	await store.show(ids[1]!);
	expect(store.current()?.id).toBe(ids[1]);
	await expect(store.show('none')).rejects.toThrow('there is no release none');
});
