import { chmod, readdir, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	cachePath,
	forget,
	isKept,
	isWhole,
	keep,
	prune,
	readManifest,
	writeManifest,
} from '../../../../src/lib/server/images/cache.ts';
import { temporaryFolder } from '../../../support/folder.ts';

const name = `${'ab'.repeat(10)}-640.avif`;
const master = { source: 'ef'.repeat(32), key: 'cd'.repeat(32) };
const manifest = (cache: string) =>
	join(cache, 'masters', 'ef', master.source, `${master.key}.json`);
const day = 86_400_000;

async function filled() {
	const cache = await temporaryFolder();
	await keep(cache, name, Buffer.from('picture'));
	await writeManifest(cache, master, { colour: '#123456', bytes: { [name]: 7 } });
	return cache;
}

describe('a finished file', () => {
	it('is read-only, and is found by its name', async () => {
		const cache = await filled();
		expect((await stat(cachePath(cache, name))).mode & 0o777).toBe(0o444);
		expect(isKept(cache, name, readManifest(cache, master))).toBe(true);
	});

	it('counts only as long as it is as large as it was', async () => {
		const cache = await filled();
		await chmod(cachePath(cache, name), 0o644);
		await truncate(cachePath(cache, name), 3);
		expect(isKept(cache, name, readManifest(cache, master))).toBe(false);
	});

	it('counts only where its manifest names it', async () => {
		const cache = await filled();
		expect(isKept(cache, name, undefined)).toBe(false);
		expect(isKept(cache, 'other-1.jpg', readManifest(cache, master))).toBe(false);
	});

	it('that is empty or missing is not whole', async () => {
		const cache = await filled();
		await writeFile(join(cache, 'empty'), '');
		const paths = [cachePath(cache, name), join(cache, 'empty'), join(cache, 'nothing')];
		expect(await Promise.all(paths.map(isWhole))).toEqual([true, false, false]);
	});
});

describe('a manifest', () => {
	it('that is spoilt counts as missing', async () => {
		const cache = await filled();
		await writeFile(manifest(cache), '{"colour": "#12');
		expect(readManifest(cache, master)).toBeUndefined();
	});

	it('is marked as used when it is read', async () => {
		const cache = await filled();
		const path = manifest(cache);
		const before = new Date(Date.now() - 40 * day);
		await utimes(path, before, before);
		readManifest(cache, master);
		expect(Date.now() - (await stat(path)).mtimeMs).toBeLessThan(day);
	});
});

describe('what must be forgotten', () => {
	const other = { source: master.source, key: '12'.repeat(32) };
	const open = `${'ee'.repeat(10)}-640.avif`;

	async function twice() {
		const cache = await filled();
		await keep(cache, open, Buffer.from('open'));
		await writeManifest(cache, other, { colour: '#123456', bytes: { [open]: 4 } });
		return cache;
	}

	it('is gone with its files, and what is in use stays', async () => {
		const cache = await twice();
		expect(await forget(cache, master.source, new Set([master.key]))).toBe(1);
		expect(await isWhole(cachePath(cache, open))).toBe(false);
		expect(readManifest(cache, other)).toBeUndefined();
		expect(isKept(cache, name, readManifest(cache, master))).toBe(true);
	});

	it('is all that was made of a source where nothing of it is in use', async () => {
		const cache = await twice();
		expect(await forget(cache, master.source)).toBe(2);
		expect(await isWhole(cachePath(cache, name))).toBe(false);
		expect(await forget(cache, master.source)).toBe(0);
	});

	it('is not what comes of another source', async () => {
		const cache = await twice();
		expect(await forget(cache, '00'.repeat(32))).toBe(0);
		expect(await isWhole(cachePath(cache, open))).toBe(true);
	});
});

describe('pruning', () => {
	const later = (days: number) => Date.now() + days * day;

	it('leaves what was used lately', async () => {
		const cache = await filled();
		expect(await prune(cache, later(30))).toBe(0);
		expect(isKept(cache, name, readManifest(cache, master))).toBe(true);
	});

	it('removes what no build has used for long', async () => {
		const cache = await filled();
		expect(await prune(cache, later(61))).toBe(1);
		expect(readManifest(cache, master)).toBeUndefined();
		expect(await isWhole(cachePath(cache, name))).toBe(false);
	});

	it('removes what settings of long ago had made of a photo that is still shown', async () => {
		const cache = await filled();
		const old = `${'ee'.repeat(10)}-320.avif`;
		await keep(cache, old, Buffer.from('picture'));
		await writeManifest(cache, master, { colour: '#123456', bytes: { [name]: 7, [old]: 7 } });
		const before = new Date(Date.now() - 61 * day);
		for (const file of [name, old]) await utimes(cachePath(cache, file), before, before);
		const manifest = readManifest(cache, master);
		expect(isKept(cache, name, manifest)).toBe(true);
		expect(await prune(cache)).toBe(1);
		expect([isKept(cache, name, manifest), isKept(cache, old, manifest)]).toEqual([true, false]);
	});

	it('removes what an interrupted build left, but not what one may just be making', async () => {
		const cache = await filled();
		const stray = `${'ef'.repeat(10)}-640.avif`;
		await keep(cache, stray, Buffer.from('half a photo'));
		await writeFile(`${cachePath(cache, stray)}.0123.tmp`, 'half a file');
		expect(await prune(cache)).toBe(0);
		expect(await isWhole(cachePath(cache, stray))).toBe(true);
		expect(await prune(cache, later(2))).toBe(1);
		expect(await readdir(join(cache, 'media', 'ef'))).toEqual([]);
		expect(isKept(cache, name, readManifest(cache, master))).toBe(true);
	});

	it('of a cache that is not there does nothing', async () => {
		expect(await prune(join(await temporaryFolder(), 'nothing'))).toBe(0);
	});
});
