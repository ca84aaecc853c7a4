import { generateKeyPairSync } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { acceptRelease, acceptWithdrawn } from '../../../src/kiosk/release/accept.ts';
import { photosOnStick, toStick } from '../../../src/studio/publish/kiosk-stick.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { keys, kioskBuild } from '../../support/kiosk-release.ts';
import { contentsOf } from '../../support/site.ts';

const read = async (stick: string, name: string) => readFile(join(stick, name), 'utf8');

it('a kiosk’s stick gets a release that a device accepts', async () => {
	const stick = await temporaryFolder();
	const [build, key] = [await kioskBuild({ photos: ['a', 'b'] }), keys.privateKey];
	const dry = await toStick(stick, await kioskBuild({ photos: ['a', 'b'] }), key, { dryRun: true });
	expect(await contentsOf(stick)).toEqual({});
	const done = await toStick(stick, build, key, {});
	expect(done).toEqual(dry);
	expect(done.put).toContain('media/a-320.avif');
	expect([...(await photosOnStick(stick, key))]).toEqual(['a', 'b']);
	const release = acceptRelease(await read(stick, 'release.json'), keys.publicKey);
	expect(release.photos.map(({ id }) => id)).toEqual(['a', 'b']);
	// The build is not left to lie about.
	await expect(stat(build)).rejects.toThrow('ENOENT');
	const next = await kioskBuild({ photos: ['a'], withdrawn: ['b'] });
	const { put, removed } = await toStick(stick, next, key, {});
	expect([put, removed.length]).toEqual([[], 4]);
	const gone = acceptWithdrawn(await read(stick, 'withdrawn.json'), keys.publicKey);
	expect(gone.ids).toEqual(['b']);
	const listed = acceptRelease(await read(stick, 'release.json'), keys.publicKey).files;
	const there = Object.keys(await contentsOf(join(stick, 'files'))).map((file) => file.slice(3));
	expect(there.sort()).toEqual(listed.map(({ sha256 }) => sha256).sort());
});

it('a stick that is not in is not made', async () => {
	const stick = join(await temporaryFolder(), 'stick');
	const published = toStick(stick, await kioskBuild({ photos: ['a'] }), keys.privateKey, {});
	await expect(published).rejects.toThrow(`there is no folder ${stick}`);
	await expect(stat(stick)).rejects.toThrow('ENOENT');
});

it('what others signed on a stick is not taken for ours', async () => {
	const stick = await temporaryFolder();
	await toStick(stick, await kioskBuild({ photos: ['a'] }), keys.privateKey, {});
	const { privateKey } = generateKeyPairSync('ed25519');
	expect((await photosOnStick(stick, privateKey)).size).toBe(0);
});
