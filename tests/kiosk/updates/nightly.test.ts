import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scrub } from '../../../src/kiosk/release/scrub.ts';
import { findDamaged } from '../../../src/kiosk/updates/nightly.ts';
import { kioskRelease } from '../../support/kiosk-release.ts';
import { device, expectWhole } from '../../support/kiosk-store.ts';

const photos = Array.from({ length: 60 }, (_, index) => `photo-${index}`);

it('every file is looked at within a hundred nights, and no more than needed each time', async () => {
	const { folder, release } = await kioskRelease({ photos });
	const { store, wait } = await device(folder);
	await wait(62);
	const [kept] = store.kept;
	let after = '';
	const looked: string[] = [];
	for (let night = 0; night < 100; night++) {
		({ after } = await scrub(kept!, store.gone, after));
		looked.push(after);
	}
	expect(release.files.length).toBe(242);
	// Three of them each time.
	expect(new Set(looked).size).toBeGreaterThan(80);
	expect(new Set(looked.slice(0, 80)).size).toBe(80);
});

it('what the disk has spoilt is found, told, and fetched again', async () => {
	const { folder } = await kioskRelease({ photos: ['tea', 'bread'] });
	const { store, conductor, wait, clock } = await device(folder);
	await wait(62);
	const site = store.current()!.folder;
	const path = join(site, 'media/bread-320.avif');
	const bytes = await readFile(path);
	await rm(path);
	await writeFile(path, bytes.subarray(1));
	await rm(join(site, 'index.html'));
	const days = Array.from({ length: 12 }, (_, index) => `2026-12-${10 + index}`);
	const told = new Set<string>();
	for (const day of days) {
		clock.day = day;
		await wait(1);
		for (const file of conductor.status().damaged) told.add(file);
	}
	expect([...told].sort()).toEqual(['index.html', 'media/bread-320.avif']);
	conductor.look();
	await wait(2);
	expect(conductor.status()).toMatchObject({ damaged: [], lastUpdate: { ok: true } });
	await expectWhole(store);
});

it('what was withdrawn is not taken for a loss', async () => {
	const { folder } = await kioskRelease({ photos: ['tea'] });
	const { store, wait } = await device(folder);
	await wait(62);
	await store.withdraw({ kind: 'withdrawn', format: 1, ids: ['tea'], hashes: [] });
	for (let night = 0; night < 6; night++) expect(await findDamaged(store)).toEqual([]);
	expect(store.current()?.galleries).toEqual([]);
});

it('a damaged file is not handed on to the next release', async () => {
	const { folder } = await kioskRelease({ photos: ['tea'] });
	const { store, conductor, wait } = await device(folder);
	await wait(62);
	await writeFile(join(store.current()!.folder, 'media/tea-320.avif'), 'spoilt');
	await kioskRelease({ photos: ['tea'], title: 'Two' }, folder);
	conductor.look();
	await wait(62);
	await expectWhole(store);
});
