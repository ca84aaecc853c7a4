import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { Sticks, type SticksGiven } from '../../../src/kiosk/updates/sticks.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { fullDisk } from '../../support/full-disk.ts';
import { bytesOf, filesOf, kioskRelease } from '../../support/kiosk-release.ts';
import { device, filesWith } from '../../support/kiosk-store.ts';

let mounts: string;
beforeEach(async () => {
	mounts = await temporaryFolder();
});

const own = 'kiosk-hall-a1b2c3';
const report = async () => ({
	folder: own,
	files: { 'health.json': '{"v":1}\n', 'counts.csv': 'day,hour\r\n' },
});
const at = (name: string, ...path: string[]) => join(mounts, name, ...path);
const given = (name: string, file: string) => readFile(at(name, own, file), 'utf8');

/** A device into which sticks are put. */
async function hall(told: Partial<SticksGiven> = {}, key = {}) {
	const devices = await temporaryFolder();
	const sticks = new Sticks({ mounts, devices, report, ...told });
	const sources = () => sticks.sources();
	const on = await device('', { sources, haveCome: () => sticks.haveCome(), ...key });
	return { ...on, sticks, devices };
}

it('a stick is read within seconds, told how the device is, and may then be pulled out', async () => {
	const { sticks, conductor, wait, screens } = await hall();
	await wait(20);
	expect(sticks.told).toBeUndefined();
	screens.quiet = -1;
	const { release } = await kioskRelease({ photos: ['tea'] }, at('blue'));
	await wait(6);
	expect(conductor.status()).toMatchObject({ pending: release.id, lastUpdate: { ok: true } });
	expect(sticks.told).toBe('read');
	expect(await given('blue', 'health.json')).toBe('{"v":1}\n');
	expect(await given('blue', 'counts.csv')).toBe('day,hour\r\n');
	expect(await readdir(at('blue', own))).toEqual(['counts.csv', 'health.json']);
	// It is not read again, and it is told nothing twice.
	await rm(at('blue', own), { recursive: true });
	await wait(1000);
	expect(await readdir(at('blue'))).not.toContain(own);
	await rm(at('blue'), { recursive: true });
	await wait(6);
	expect(sticks.told).toBeUndefined();
	expect(conductor.status().lastUpdate).toMatchObject({ ok: true });
});

it('has its release at its top or in a folder, or the list of what was withdrawn alone', async () => {
	const { sticks, store, root, wait } = await hall();
	await kioskRelease({ photos: ['tea', 'bread'] }, at('red', 'kiosk'));
	await mkdir(at('empty'));
	await wait(62);
	expect(store.current()?.galleries).toEqual(['hall']);
	const made = await temporaryFolder();
	await kioskRelease({ photos: ['tea'], withdrawn: ['bread'] }, made);
	await mkdir(at('list'));
	await copyFile(join(made, 'withdrawn.json'), at('list', 'withdrawn.json'));
	await wait(6);
	expect(store.goneIds()).toEqual(['bread']);
	for (const file of filesOf('bread')) expect(await filesWith(root, bytesOf(file))).toEqual([]);
	expect(sticks.told).toBe('read');
	expect(await given('list', 'health.json')).toBe('{"v":1}\n');
	expect(await given('red', 'health.json')).toBe('{"v":1}\n');
	expect(await readdir(at('empty'))).toEqual([]);
});

it("a stranger's stick is told nothing, and may be pulled out", async () => {
	const { sticks, conductor, wait } = await hall();
	await mkdir(at('theirs'));
	await writeFile(at('theirs', 'withdrawn.json'), '{}');
	await wait(6);
	expect(sticks.told).toBe('wrong');
	expect(await readdir(at('theirs'))).toEqual(['withdrawn.json']);
	expect(conductor.status().lastUpdate.ok).toBe(false);
	// A folder of another house does no harm beside ours.
	await rm(at('theirs'), { recursive: true });
	await kioskRelease({ photos: ['tea'] }, at('both', 'ours'));
	await mkdir(at('both', 'theirs'));
	await writeFile(at('both', 'theirs', 'release.json'), '{}');
	await wait(6);
	expect(sticks.told).toBe('read');
	expect(await given('both', 'health.json')).toBe('{"v":1}\n');
});

it('a release that cannot be taken is said so', async () => {
	const { sticks, wait } = await hall({}, { free: async () => 10 });
	await kioskRelease({ photos: ['tea'] }, at('blue'));
	await wait(6);
	expect(sticks.told).toBe('wrong');
	expect(await given('blue', 'health.json')).toBe('{"v":1}\n');
});

it.each([
	['full', fullDisk(3), /it is full/],
	['read-only', { ...fullDisk(0), open: refused('EROFS') }, /it is read-only/],
	['broken', { ...fullDisk(0), open: refused('EIO') }, /EIO/],
])('a stick that is %s is read all the same', async (_, disk, why) => {
	const { sticks, conductor, wait } = await hall({ disk });
	const { release } = await kioskRelease({ photos: ['tea'] }, at('blue'));
	await wait(62);
	expect(conductor.status().release).toBe(release.id);
	expect(sticks.told).toBe('read');
	expect(sticks.problems).toEqual([expect.stringMatching(why)]);
	expect(await readdir(at('blue', own))).toEqual([]);
});

it('is unmounted, and is in until its device is gone', async () => {
	const freed: string[] = [];
	const letGo = async (name: string) => {
		freed.push(name);
		await rm(at(name), { recursive: true });
		await mkdir(at(name));
	};
	const { sticks, devices, wait } = await hall({ letGo });
	await writeFile(join(devices, 'sda1'), '');
	await kioskRelease({ photos: ['tea'] }, at('sda1'));
	await wait(12);
	expect([freed, sticks.told]).toEqual([['sda1'], 'read']);
	await rm(join(devices, 'sda1'));
	await wait(6);
	expect(sticks.told).toBeUndefined();
	await kioskRelease({ photos: ['tea'] }, at('sda1'));
	await wait(6);
	expect([freed, sticks.told]).toEqual([['sda1', 'sda1'], 'read']);
});

it('one that is pulled out while it is read is forgotten', async () => {
	const { sticks, wait } = await hall({
		report: async () => {
			await rm(at('blue'), { recursive: true });
			await sticks.haveCome();
			return report();
		},
	});
	await kioskRelease({ photos: ['tea'] }, at('blue'));
	await wait(6);
	expect(sticks.told).toBeUndefined();
});

it('waits for its turn while another release proves itself', async () => {
	const { sticks, conductor, wait, screens } = await hall();
	await kioskRelease({ photos: ['tea'] }, at('one'));
	await wait(2);
	screens.passes = false;
	await wait(4);
	expect(conductor.status().isOnProbation).toBe(true);
	const { release } = await kioskRelease({ photos: ['tea', 'bread'] }, at('two'));
	await wait(6);
	expect(sticks.told).toBeUndefined();
	screens.passes = true;
	await wait(62);
	expect(sticks.told).toBe('read');
	await wait(62);
	expect(conductor.status().release).toBe(release.id);
});

function refused(code: string) {
	return async () => {
		throw Object.assign(new Error(`${code}: refused`), { code });
	};
}
