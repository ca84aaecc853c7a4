import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Withdrawn } from '../../../src/kiosk/release/format.ts';
import { Store } from '../../../src/kiosk/release/store.ts';
import { folderSource } from '../../../src/kiosk/updates/folder-source.ts';
import type { Source } from '../../../src/kiosk/updates/source.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { fullDisk } from '../../support/full-disk.ts';
import { bytesOf, filesOf, kioskRelease } from '../../support/kiosk-release.ts';
import { device, expectWhole, filesWith } from '../../support/kiosk-store.ts';

let folder: string;
const publish = async (told: Parameters<typeof kioskRelease>[0]) =>
	(await kioskRelease(told, folder)).release.id;

beforeEach(async () => {
	folder = join(await temporaryFolder(), 'release');
});

const traces = async (root: string, photo: string) =>
	(await Promise.all(filesOf(photo).map((file) => filesWith(root, bytesOf(file))))).flat();

describe('a photo that is withdrawn', () => {
	it('is in no file after the next release failed and the one before is shown again', async () => {
		const one = await publish({ photos: ['tea', 'bread'] });
		const { store, root, conductor, wait, screens, start } = await device(folder);
		await wait(62);
		const two = await publish({ photos: ['tea', 'bread'], title: 'Two' });
		conductor.look();
		await wait(62);
		expect((await traces(root, 'bread')).length).toBe(8);
		const three = await publish({ photos: ['tea'], title: 'Three', withdrawn: ['bread'] });
		conductor.look();
		screens.passes = false;
		await wait(90);
		expect(store.current()?.id).toBe(two);
		expect(store.failed).toEqual([three]);
		expect(store.kept.map(({ release }) => release.id)).toEqual([three, two, one]);
		expect(await traces(root, 'bread')).toEqual([]);
		expect((await traces(root, 'tea')).length).toBe(12);
		await expectWhole(store);
		const again = await start();
		expect(await traces(root, 'bread')).toEqual([]);
		expect(again.store.goneIds()).toEqual(['bread']);
	});

	it('goes at once when the list comes alone, and does not come with an older stick', async () => {
		const told: string[][] = [];
		await publish({ photos: ['tea', 'bread'] });
		const { store, root, conductor, wait, screens } = await device(() => folder, {
			onGone: (ids) => told.push(ids),
		});
		await wait(62);
		const old = folder;
		const stick = join(await temporaryFolder(), 'stick');
		await kioskRelease({ photos: ['tea'], withdrawn: ['bread'] }, stick);
		folder = await temporaryFolder();
		await writeFile(join(folder, 'withdrawn.json'), await readFile(join(stick, 'withdrawn.json')));
		// A visitor is there: nothing is swapped, and the picture goes.
		screens.quiet = -1;
		conductor.look();
		await wait(2);
		expect(await traces(root, 'bread')).toEqual([]);
		expect(told).toEqual([['bread']]);
		folder = old;
		screens.quiet = Infinity;
		await publish({ photos: ['tea', 'bread'], title: 'Not told yet' });
		conductor.look();
		await wait(62);
		expect(store.shown?.photos.map(({ id }) => id)).toEqual(['tea', 'bread']);
		expect(await traces(root, 'bread')).toEqual([]);
		await expectWhole(store);
	});

	it('goes while a release is fetched, and is not in it when that has come', async () => {
		await publish({ photos: ['tea', 'bread'] });
		let open: (() => void) | undefined;
		const shut = new Promise<void>((done) => (open = done));
		let isSlow = false;
		const slow = (): Source => {
			const source = folderSource(folder);
			const file: Source['file'] = async (...args) => {
				if (isSlow) await shut;
				return source.file(...args);
			};
			return { ...source, file };
		};
		const { store, root, conductor, wait, clock } = await device(folder, {
			sources: async () => [slow()],
		});
		await wait(62);
		isSlow = true;
		const two = await publish({ photos: ['tea', 'bread', 'milk'], title: 'Two' });
		conductor.look();
		await conductor.tick();
		await vi.waitFor(() => expect(conductor.status().isFetching).toBe(true));
		await kioskRelease({ photos: ['tea'], withdrawn: ['milk', 'bread'] }, folder + '-next');
		const list = await readFile(join(`${folder}-next`, 'withdrawn.json'));
		await writeFile(join(folder, 'withdrawn.json'), list);
		clock.ms += 900_000;
		await conductor.tick();
		await vi.waitFor(() => expect(store.goneIds()).toEqual(['bread', 'milk']));
		open?.();
		await wait(62);
		expect(store.current()?.id).toBe(two);
		expect(await traces(root, 'bread')).toEqual([]);
		expect(await traces(root, 'milk')).toEqual([]);
		await expectWhole(store);
	});

	it('goes by its hashes from releases that knew it by another name', async () => {
		await publish({ photos: ['tea', 'bread'] });
		const { store, root, wait } = await device(folder);
		await wait(62);
		const { files } = store.shown!;
		const hashes = files.filter(({ path }) => path.includes('bread')).map((one) => one.sha256);
		await store.withdraw({ kind: 'withdrawn', format: 1, ids: ['loaf'], hashes });
		expect(await traces(root, 'bread')).toEqual([]);
		await expectWhole(store);
	});

	it('goes also where nothing can be written down any more', async () => {
		await publish({ photos: ['tea', 'bread'] });
		const { root, wait } = await device(folder);
		await wait(62);
		const store = new Store(root, fullDisk(0));
		await store.boot('2026-11-24');
		const list: Withdrawn = { kind: 'withdrawn', format: 1, ids: ['bread'], hashes: [] };
		await expect(store.withdraw(list)).rejects.toThrow('ENOSPC');
		expect(await traces(root, 'bread')).toEqual([]);
		expect(store.goneIds()).toEqual(['bread']);
	});
});

describe('a photo whose consent does not reach a kiosk any more', () => {
	const off = { photos: ['tea'], withdrawn: ['bread'], mayReturn: ['bread'] };

	it('is in no release that is kept, and may be shown again by a later one', async () => {
		await publish({ photos: ['tea', 'bread'] });
		const { store, root, conductor, wait, screens, start } = await device(folder);
		await wait(62);
		const list = (await kioskRelease(off, folder)).withdrawn;
		conductor.look();
		screens.passes = false;
		await wait(90);
		expect(store.shown?.photos.map(({ id }) => id)).toEqual(['tea', 'bread']);
		expect(await traces(root, 'bread')).toEqual([]);
		await expectWhole(store);
		expect((await start()).store.goneIds()).toEqual(['bread']);
		screens.passes = true;
		const back = await publish({ photos: ['tea', 'bread'], title: 'Back' });
		conductor.look();
		await wait(62);
		expect([store.current()?.id, store.goneIds()]).toEqual([back, []]);
		expect((await traces(root, 'bread')).length).toBe(4);
		// An older list has been overtaken.
		await store.withdraw(list);
		await expectWhole(store);
		expect(store.goneIds()).toEqual([]);
	});
});

describe('the last day of a photo', () => {
	it('is its last in every release, also where the clock goes back', async () => {
		await publish({ photos: ['tea', 'bread'] });
		const { root, conductor, wait, clock, start, store } = await device(folder);
		await wait(62);
		await publish({ photos: ['tea', 'bread'], until: { bread: '2026-12-31' } });
		conductor.look();
		clock.day = '2026-12-31';
		await wait(62);
		expect((await traces(root, 'bread')).length).toBe(8);
		clock.day = '2027-01-01';
		await wait(1);
		expect(await traces(root, 'bread')).toEqual([]);
		await expectWhole(store);
		clock.day = '2026-01-01';
		const again = await start();
		await expectWhole(again.store);
		expect(again.store.goneIds()).toEqual(['bread']);
		expect(store.current()?.galleries).toEqual(['hall']);
	});

	it('is the one that the latest release says', async () => {
		await publish({ photos: ['tea'], until: { tea: '2026-12-31' } });
		const { root, conductor, wait, clock } = await device(folder);
		await wait(62);
		await publish({ photos: ['tea'], until: { tea: '2027-12-31' } });
		conductor.look();
		await wait(62);
		clock.day = '2027-06-01';
		await wait(2);
		expect((await traces(root, 'tea')).length).toBe(8);
	});
});
