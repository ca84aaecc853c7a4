import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asNobody, run } from '../support/command.ts';
import { contentFolder, temporaryFolder } from '../support/folder.ts';
import { buildQuietly, chosen, contentsOf, tinyExhibition } from '../support/site.ts';

const isRoot = process.getuid?.() === 0;
/** Small disks that were mounted for these tests. */
const mounted: string[] = [];
afterAll(() => mounted.forEach((folder) => spawnSync('umount', [folder])));

function mountSmallDisk(folder: string, size: string): boolean {
	const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
	if (status === 0) mounted.push(folder);
	return status === 0;
}

const canMount = isRoot && mountSmallDisk(await temporaryFolder(), '64k');
const flags = (exhibition: string, out: string) => [
	'--exhibition',
	exhibition,
	'--out',
	out,
	'--as-of',
	'2026-11-24',
	'--fast',
];

describe('what the system refuses is a sentence, and the old site stays', () => {
	// Six builds, one after another.
	const time = { timeout: 6 * 60_000 };
	it.skipIf(!canMount)('a full disk, wherever it happens', time, async () => {
		const exhibition = await contentFolder(tinyExhibition('Full'));
		const disk = await temporaryFolder();
		expect(mountSmallDisk(disk, '3m')).toBe(true);
		const out = join(disk, 'build');
		const site = join(await temporaryFolder(), 'build');
		await buildQuietly(chosen(exhibition, site));
		await cp(site, out, { recursive: true });
		const before = await contentsOf(out);
		let refused = 0;
		// The less room is left, the earlier it ends.
		for (const kilobytes of [100, 300, 300, 300, 300]) {
			await fillUp(disk, kilobytes);
			const { code, stderr } = await run([
				'build',
				...flags(exhibition, out),
				'--cache',
				join(disk, 'cache'),
			]);
			if (code === 0) continue;
			refused++;
			expect(code).toBe(1);
			expect(stderr).toMatch(/the disk is full: make room/);
			expect(stderr).not.toMatch(/^\s+at /m);
			expect(await contentsOf(out)).toEqual(before);
		}
		expect(refused).toBeGreaterThan(1);
	});

	it.skipIf(!isRoot)('a place where it may not write', async () => {
		const exhibition = await contentFolder(tinyExhibition());
		const place = await temporaryFolder();
		const out = join(place, 'build');
		await buildQuietly(chosen(exhibition, out));
		const before = await contentsOf(out);
		await chmod(place, 0o755);
		await chmod(exhibition, 0o755);
		const cache = join(await temporaryFolder(), 'cache');
		await mkdir(cache, { mode: 0o777 });
		const { code, stderr } = await run(['build', ...flags(exhibition, out), '--cache', cache], {
			env: asNobody,
		});
		expect(code).toBe(1);
		expect(stderr).toMatch(
			/\/build\.nigoh-new may not be (read or written|changed): check who may write there/,
		);
		expect(stderr).not.toMatch(/^\s+at /m);
		expect(await contentsOf(out)).toEqual(before);
		expect(await readdir(place)).toEqual(['build']);
	});

	it('a content folder that is not there', async () => {
		const { code, stderr } = await run(['build', '--exhibition', '/nowhere/photos']);
		expect(code).toBe(1);
		expect(stderr).toMatch(
			/^\/nowhere\/photos:1:1: error: there is no such folder; name the content folder with --exhibition DIR\n$/,
		);
	});

	it('a flag that is not there', async () => {
		const { code, stderr } = await run(['build', '--exibition', 'photos']);
		expect(code).toBe(2);
		expect(stderr).toMatch(/^there is no flag --exibition: did you mean "exhibition"\?\n$/);
	});
});

/** Leaves so much room on a disk. */
async function fillUp(disk: string, kilobytes: number): Promise<void> {
	const { bavail, bsize } = await statfs(disk);
	const size = bavail * bsize - kilobytes * 1024;
	if (size <= 0) return;
	await writeFile(join(disk, `filler-${Date.now()}`), Buffer.alloc(size));
}
