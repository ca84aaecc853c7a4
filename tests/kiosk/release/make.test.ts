import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptRelease, acceptWithdrawn } from '../../../src/kiosk/release/accept.ts';
import { makeRelease } from '../../../src/kiosk/release/make.ts';
import { hashFile } from '../../../src/lib/server/content/hash.ts';
import { filesIn } from '../../../src/vite/made.ts';
import { run } from '../../support/command.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { filesOf, keys, kioskBuild, kioskRelease } from '../../support/kiosk-release.ts';

describe('a release', () => {
	it('has every file of the build by its hash, signed, and nothing else', async () => {
		const { folder, release } = await kioskRelease({ photos: ['tea', 'bread'] });
		const text = await readFile(join(folder, 'release.json'), 'utf8');
		expect(acceptRelease(text, keys.publicKey)).toEqual(JSON.parse(JSON.stringify(release)));
		expect(JSON.parse(text)).toHaveProperty('sig');
		expect(release.files).toHaveLength(10);
		const offered = await filesIn(join(folder, 'files'));
		expect(offered).toHaveLength(10);
		for (const file of offered) {
			expect(file.slice(3)).toBe(await hashFile(join(folder, 'files', file)));
		}
	});

	it('is named by its content alone', async () => {
		const one = await kioskRelease({ photos: ['tea'] });
		const again = await kioskRelease({ photos: ['tea'] });
		const other = await kioskRelease({ photos: ['tea'], title: 'Two' });
		const ending = await kioskRelease({ photos: ['tea'], until: { tea: '2028-11-03' } });
		expect(again.release.id).toBe(one.release.id);
		expect(again.release.made).not.toBe(one.release.made);
		expect(new Set([one, other, ending].map(({ release }) => release.id)).size).toBe(3);
	});

	it('is later than the one before, whatever the clock says', async () => {
		const { folder, release } = await kioskRelease({ photos: ['tea'] });
		const build = await kioskBuild({ photos: ['bread'] });
		const now = '1970-01-01T00:00:00.000Z';
		const next = await makeRelease({ build, folder, key: keys.privateKey, now });
		expect(next.release.made > release.made).toBe(true);
	});

	it('says which files of earlier releases were withdrawn, and keeps none of them', async () => {
		const { folder, release } = await kioskRelease({ photos: ['tea', 'bread'] });
		const { withdrawn } = await kioskRelease({ photos: ['tea'], withdrawn: ['bread'] }, folder);
		const theirs = filesOf('bread');
		const hashes = release.files.filter(({ path }) => theirs.includes(path));
		expect(withdrawn.ids).toEqual(['bread']);
		expect(withdrawn.hashes).toEqual(hashes.map(({ sha256 }) => sha256).sort());
		expect((await filesIn(join(folder, 'files'))).length).toBe(6);
		const text = await readFile(join(folder, 'withdrawn.json'), 'utf8');
		expect(acceptWithdrawn(text, keys.publicKey)).toEqual(withdrawn);
		// Also where the next build does not speak of it any more.
		const third = await kioskRelease({ photos: ['tea'] }, folder);
		expect(third.withdrawn).toEqual({ ...withdrawn, made: third.release.made });
		await expect(kioskRelease({ photos: ['tea', 'bread'] }, folder)).rejects.toThrow(
			'"bread" was withdrawn from every kiosk',
		);
	});

	it('says what consent does not reach any more, until it reaches it again', async () => {
		const { folder } = await kioskRelease({ photos: ['tea', 'bread'] });
		const off = { photos: ['tea'], withdrawn: ['bread'], mayReturn: ['bread'] };
		const { withdrawn, release } = await kioskRelease(off, folder);
		expect(withdrawn).toMatchObject({ ids: [], hashes: [], ended: ['bread'], made: release.made });
		// Also where its entry is gone.
		expect((await kioskRelease({ photos: ['tea'] }, folder)).withdrawn.ended).toEqual(['bread']);
		const again = await kioskRelease({ photos: ['tea', 'bread'] }, folder);
		expect(again.withdrawn.ended).toEqual([]);
		const last = await kioskRelease({ photos: ['tea'], withdrawn: ['bread'] }, folder);
		expect(last.withdrawn).toMatchObject({ ids: ['bread'], ended: [] });
	});

	it('is not made of a build that lacks what it names', async () => {
		const build = await kioskBuild({ photos: ['tea'] });
		await rm(join(build, 'media/tea-640.jpg'));
		const folder = await temporaryFolder();
		const making = { build, folder, key: keys.privateKey, now: '2026-11-24T08:00:00Z' };
		await expect(makeRelease(making)).rejects.toThrow('the release lacks media/tea-640.jpg');
		expect(await filesIn(folder)).toEqual([]);
	});

	it('mends a damaged file of the folder it is made in', async () => {
		const { folder } = await kioskRelease({ photos: ['tea'] });
		const [file = ''] = await filesIn(join(folder, 'files'));
		await writeFile(join(folder, 'files', file), 'torn');
		await kioskRelease({ photos: ['tea'] }, folder);
		expect(await hashFile(join(folder, 'files', file))).toBe(file.slice(3));
	});
});

describe('the commands', () => {
	it('make keys once, and releases with them', async () => {
		const place = await temporaryFolder();
		const safe = join(place, 'safe');
		const first = await run(['kiosk:keys', safe]);
		expect([first.code, first.stderr]).toEqual([0, '']);
		expect(first.stdout).toMatch(/kiosk-private\.pem signs releases\..*never goes to a kiosk/);
		expect((await stat(join(safe, 'kiosk-private.pem'))).mode & 0o777).toBe(0o600);
		expect(await run(['kiosk:keys', safe])).toMatchObject({ code: 1 });
		expect((await run(['kiosk:keys', 'tests/keys'])).stderr).toMatch(/lies in the project/);

		const build = await kioskBuild({ photos: ['tea'] });
		const args = ['kiosk:release', join(place, 'stick'), '--out', build];
		const made = await run([...args, '--key', join(safe, 'kiosk-private.pem')]);
		expect([made.code, made.stderr]).toEqual([0, '']);
		expect(made.stdout).toMatch(/^release [0-9a-f]{20} is in .*stick: 1 photo in 6 files\n$/);
		expect((await run(args)).stderr).toMatch(/there is no key .*kiosk:keys/);
		await rm(join(build, 'kiosk.json'));
		const without = await run([...args, '--key', join(safe, 'kiosk-private.pem')]);
		expect(without.stderr).toMatch(/has no kiosk\.json: build with `npm run build -- --kiosk`\n$/);
	});
});
