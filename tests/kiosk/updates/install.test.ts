import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { kioskRelease } from '../../support/kiosk-release.ts';
import { device, expectWhole } from '../../support/kiosk-store.ts';

let folder: string;
const publish = async (told: Parameters<typeof kioskRelease>[0]) =>
	(await kioskRelease(told, folder)).release.id;

beforeEach(async () => {
	folder = join(await temporaryFolder(), 'release');
});

describe('an update', () => {
	it('is installed, shown in a quiet moment, and kept when it proves itself', async () => {
		const one = await publish({ photos: ['tea'] });
		const { store, conductor, screens, wait } = await device(folder);
		expect(store.current()).toBeUndefined();
		expect(conductor.status()).toMatchObject({ release: null, lastUpdate: { at: null, ok: true } });
		await wait(2);
		expect(store.current()).toMatchObject({ id: one, galleries: ['hall'] });
		expect(screens.reloads).toBe(1);
		await wait(60);
		const two = await publish({ photos: ['tea', 'bread'] });
		screens.quiet = 119_999;
		conductor.look();
		await wait(30);
		expect(conductor.status()).toMatchObject({ release: one, pending: two });
		screens.quiet = 120_000;
		await wait(1);
		expect(conductor.status()).toMatchObject({ release: two, pending: null, isOnProbation: true });
		await wait(60);
		expect(conductor.status()).toMatchObject({ isOnProbation: false, lastUpdate: { ok: true } });
		expect(store.kept.map(({ release }) => release.id)).toEqual([two, one]);
		await expectWhole(store);
	});

	it('shares what has not changed with the release before', async () => {
		await publish({ photos: ['tea'] });
		const { store, wait, conductor } = await device(folder);
		await wait(62);
		const { folder: first } = store.current()!;
		await publish({ photos: ['tea', 'bread'] });
		conductor.look();
		await wait(62);
		const path = 'media/tea-320.avif';
		const [a, b] = await Promise.all([
			stat(join(first, path)),
			stat(join(store.current()!.folder, path)),
		]);
		expect(a.ino).toBe(b.ino);
	});

	it('is looked for every quarter of an hour', async () => {
		const one = await publish({ photos: ['tea'] });
		const { conductor, wait, clock } = await device(folder);
		await wait(62);
		const two = await publish({ photos: ['tea', 'bread'] });
		await wait(600);
		expect(conductor.status().release).toBe(one);
		clock.ms += 240_000;
		await wait(2);
		expect(conductor.status().release).toBe(two);
	});

	it('waits where the doors are about to open, unless staff ask for it', async () => {
		await publish({ photos: ['tea'] });
		const { conductor, wait, screens } = await device(folder, { fromOpening: () => 100_000 });
		screens.quiet = 0;
		await wait(5);
		expect(conductor.status()).toMatchObject({ release: null });
		conductor.updateNow();
		screens.quiet = -1;
		await wait(5);
		expect(conductor.status()).toMatchObject({ release: null });
		screens.quiet = 0;
		await wait(1);
		expect(conductor.status().release).not.toBeNull();
	});

	it('leaves two older releases, and goes on after a restart', async () => {
		const { store, conductor, wait, start } = await device(() => folder);
		const ids: string[] = [];
		for (const title of ['1', '2', '3', '4', '5']) {
			ids.unshift(await publish({ photos: ['tea'], title }));
			conductor.look();
			await wait(62);
		}
		expect(store.kept.map(({ release }) => release.id)).toEqual(ids.slice(0, 3));
		const again = await start();
		expect(again.conductor.status()).toMatchObject({ release: ids[0], isOnProbation: false });
		await expectWhole(again.store);
	});
});
