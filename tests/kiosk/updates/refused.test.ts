import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { signed } from '../../../src/kiosk/release/signed.ts';
import { Store } from '../../../src/kiosk/release/store.ts';
import { Conductor } from '../../../src/kiosk/updates/conductor.ts';
import { folderSource } from '../../../src/kiosk/updates/folder-source.ts';
import { filesIn } from '../../../src/vite/made.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { fullDisk } from '../../support/full-disk.ts';
import { bytesOf, keys, kioskRelease } from '../../support/kiosk-release.ts';
import { device, expectWhole, filesWith } from '../../support/kiosk-store.ts';

let folder: string;
const publish = async (told: Parameters<typeof kioskRelease>[0]) =>
	(await kioskRelease(told, folder)).release.id;

beforeEach(async () => {
	folder = join(await temporaryFolder(), 'release');
});

describe('what is not as it should be', () => {
	const change = async (name: string, edit: (text: string) => string) => {
		const path = join(folder, name);
		await writeFile(path, edit(await readFile(path, 'utf8')));
	};
	const resign = (name: string, changes: object) =>
		change(name, (text) => {
			// Without the signature that it has.
			const value = { ...JSON.parse(text), sig: undefined };
			return signed({ ...value, ...changes }, keys.privateKey);
		});
	const spoil = async () => {
		const files = await filesIn(join(folder, 'files'));
		for (const file of files) {
			const path = join(folder, 'files', file);
			const bytes = await readFile(path);
			bytes[0] = bytes[0]! ^ 1;
			await writeFile(path, bytes);
		}
	};

	it.each([
		['a wrong hash', spoil, {}, /other bytes than were signed \(wrong hash of /],
		[
			'a wrong signature',
			() => change('release.json', (text) => text.replace('hall', 'hull')),
			{},
			/the release has a wrong signature: sign it with/,
		],
		[
			'an unknown format',
			() => resign('release.json', { format: 2 }),
			{},
			/the release has the unknown format 2: update kioskd first/,
		],
		[
			'a kioskd that is too old',
			() => resign('release.json', { minAgent: 2 }),
			{},
			/the release needs kioskd 2, and this is 1: update kioskd first/,
		],
		[
			'a list of withdrawals with a wrong signature',
			() => change('withdrawn.json', (text) => text.replace('"bread"', '"tea"')),
			{ stays: false },
			/the list of what was withdrawn has a wrong signature/,
		],
	])(
		'is told in a sentence: %s',
		async (_, damage, { stays = true }: { stays?: boolean }, sentence) => {
			const one = await publish({ photos: ['tea', 'bread'] });
			const { store, conductor, wait, start } = await device(folder);
			await wait(62);
			await publish({ photos: ['tea', 'milk'], title: 'Two', withdrawn: ['bread'] });
			// What would be deleted would be seen as a change of what was there.
			if (stays) await resign('withdrawn.json', { ids: [], hashes: [] });
			await damage();
			conductor.look();
			await wait(62);
			const { lastUpdate, release } = conductor.status();
			expect(lastUpdate).toMatchObject({ ok: false, error: expect.stringMatching(sentence) });
			if (stays) expect(release).toBe(one);
			expect(await filesWith(store.root, bytesOf('media/bread-320.avif'))).not.toEqual([]);
			await expectWhole(store);
			await expectWhole((await start()).store);
		},
	);

	it.each([
		[
			'too little space',
			{ free: async () => 100 },
			/the update needs 1 MB of space, and 1 MB are free/,
		],
		['a full disk', { open: fullDisk(3000).open }, /the disk is full/],
		['no key', { key: undefined }, /this device has no public key/],
		[
			'a source that cannot be reached',
			{
				sources: async () =>
					Promise.reject(Object.assign(new Error(), { code: 'EIO', path: '/s' })),
			},
			/\/s cannot be read or written/,
		],
	])('keeps what is shown: %s', async (_, given, sentence) => {
		const one = await publish({ photos: ['tea'] });
		const first = await device(folder);
		await first.wait(62);
		const photos = Array.from({ length: 10 }, (_, index) => `photo-${index}`);
		await publish({ photos });
		const store = new Store(first.root);
		const { screens, clock } = first;
		const sources = async () => [folderSource(folder)];
		const conductor = new Conductor({
			store,
			screens,
			clock,
			sources,
			key: keys.publicKey,
			...given,
		});
		await conductor.begin();
		await conductor.tick();
		await conductor.settled();
		expect(conductor.status()).toMatchObject({ release: one, pending: null });
		expect(conductor.status().lastUpdate.error).toMatch(sentence);
		await expectWhole(store);
		const left = await filesIn(join(first.root, 'releases'));
		expect(left.filter((file) => file.startsWith('.staging'))).toEqual([]);
	});
});
