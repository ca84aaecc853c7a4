import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Store } from '../../../src/kiosk/release/store.ts';
import { Conductor } from '../../../src/kiosk/updates/conductor.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { fullDisk } from '../../support/full-disk.ts';
import { kioskRelease } from '../../support/kiosk-release.ts';
import { device, expectWhole } from '../../support/kiosk-store.ts';

let folder: string;
const publish = async (told: Parameters<typeof kioskRelease>[0]) =>
	(await kioskRelease(told, folder)).release.id;

beforeEach(async () => {
	folder = join(await temporaryFolder(), 'release');
});

describe('a release that does not prove itself', () => {
	it('is taken back within 90 s and never shown again', async () => {
		const one = await publish({ photos: ['tea'] });
		const { store, conductor, wait, screens, start } = await device(folder);
		await wait(62);
		const two = await publish({ photos: ['tea'], title: 'Two' });
		conductor.look();
		screens.passes = false;
		await wait(2);
		expect(store.current()?.id).toBe(two);
		// Its page does not come to life: nobody can say that it is quiet.
		screens.quiet = -1;
		await wait(88);
		expect(store.current()?.id).toBe(one);
		expect(screens.reloads).toBe(3);
		const { error } = conductor.status().lastUpdate;
		expect(error).toBe(
			`the release ${two} did not prove itself, and ${one} is shown again: build and sign a new one`,
		);
		screens.quiet = Infinity;
		screens.passes = true;
		conductor.updateNow();
		await wait(1000);
		expect(store.current()?.id).toBe(one);
		expect(conductor.status().lastUpdate.error).toMatch(/failed on this device/);
		const again = await start();
		expect(again.store.current()?.id).toBe(one);
		await expectWhole(again.store);
		const three = await publish({ photos: ['tea'], title: 'Three' });
		conductor.look();
		await wait(62);
		expect(conductor.status()).toMatchObject({ release: three, lastUpdate: { ok: true } });
	});

	it('is not taken out of the hands of a visitor', async () => {
		await publish({ photos: ['tea'] });
		const { store, conductor, wait, screens } = await device(folder);
		await wait(62);
		const two = await publish({ photos: ['tea'], title: 'Two' });
		conductor.look();
		await wait(2);
		Object.assign(screens, { passes: false, quiet: -1, inUse: true });
		await wait(500);
		expect(conductor.status()).toMatchObject({ release: two, isOnProbation: true });
		Object.assign(screens, { passes: true, quiet: 0, inUse: false });
		await wait(70);
		expect(conductor.status()).toMatchObject({ release: two, isOnProbation: false });
		expect(store.failed).toEqual([]);
	});

	it('stays where there is no other', async () => {
		const one = await publish({ photos: ['tea'] });
		const { conductor, wait, screens } = await device(folder);
		screens.passes = false;
		await wait(70);
		expect(conductor.status().release).toBe(one);
		expect(conductor.status().lastUpdate.error).toMatch(/there is no other/);
	});

	it('is taken back, and the one before shown after a restart, also on a full disk', async () => {
		const one = await publish({ photos: ['tea'] });
		const { root, conductor, wait, screens, clock } = await device(folder);
		await wait(62);
		await publish({ photos: ['tea'], title: 'Two' });
		conductor.look();
		await wait(2);
		const store = new Store(root, fullDisk(0));
		const sources = async () => [];
		const full = new Conductor({ store, screens, clock, sources });
		await full.begin();
		expect(full.status()).toMatchObject({ isOnProbation: true });
		screens.passes = false;
		clock.ms += 60_000;
		await full.tick();
		expect(full.status().release).toBe(one);
		expect(full.status().lastUpdate.error).toMatch(/the disk is full/);
		expect(await readlink(join(root, 'current'))).toBe(`releases/${one}`);
	});

	it('has as many chances as the power lets it have, but not for ever', async () => {
		const one = await publish({ photos: ['tea'] });
		const { conductor, wait, start } = await device(folder);
		await wait(62);
		const two = await publish({ photos: ['tea'], title: 'Two' });
		conductor.look();
		await wait(2);
		for (let restart = 0; restart < 2; restart++) {
			const { conductor: again } = await start();
			expect(again.status()).toMatchObject({ release: two, isOnProbation: true });
		}
		const last = await start();
		expect(last.conductor.status()).toMatchObject({ release: one, isOnProbation: false });
		expect(last.store.failed).toEqual([two]);
	});
});
