import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { carryOut, phasesFor } from '../../../src/studio/publish/carry-out.ts';
import { folderPlace } from '../../../src/studio/publish/folder-place.ts';
import { draftEnd, manifestName } from '../../../src/studio/publish/manifest.ts';
import type { Place } from '../../../src/studio/publish/place.ts';
import { readSite } from '../../../src/studio/publish/site.ts';
import { toPlace } from '../../../src/studio/publish/to-place.ts';
import { checkout } from '../../support/corpus.ts';
import { temporaryFolder } from '../../support/folder.ts';
import {
	endTrials,
	folderTrial,
	seen,
	sftpTrial,
	trials,
	wantedOf,
} from '../../support/publish-trials.ts';
import { contentsOf } from '../../support/site.ts';
import { webBuild } from '../../support/web-build.ts';

afterAll(endTrials);

/** Publishes in a process of its own, which is killed after so many steps. */
function killedAfter(steps: number, args: readonly string[]): Promise<string> {
	const script = join(checkout, 'tests/support/publish.mjs');
	const child = spawn(process.execPath, [script, ...args], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let said = '';
	child.stdout.on('data', (data: Buffer) => {
		said += data.toString();
		if (said.split('\n').length > steps) child.kill('SIGKILL');
	});
	return new Promise((done) => child.on('close', (_, signal) => done(signal ?? 'ended')));
}

const photos = Array.from({ length: 12 }, (_, index) => `p${index}`);
const killable = [
	['a folder', folderTrial, true],
	['an SFTP server', sftpTrial, trials.at(-1)![2]],
] as const;

describe.each(killable)('%s', (_, begin, isHere) => {
	it.skipIf(!isHere)('goes on after kill -9, also with another site', async () => {
		const trial = await begin();
		const { target, known = {} } = trial;
		const [one, two] = [
			await webBuild({ photos, bytes: 400_000 }),
			await webBuild({ photos: photos.slice(2), title: 'Two', bytes: 400_000 }),
		];
		const args = (build: string) => [JSON.stringify(target), build, known.knownHosts ?? ''];
		expect(await killedAfter(7, args(one))).toBe('SIGKILL');
		const half = Object.keys(await seen(trial));
		expect(half.length).toBeGreaterThan(3);
		expect(half).not.toContain('index.html');
		expect(await killedAfter(9, args(two))).toBe('SIGKILL');
		await toPlace(target, two, known, {});
		expect(await seen(trial)).toEqual(await wantedOf(two));
		expect(await toPlace(target, two, known, {})).toEqual({ put: [], removed: [], bytes: 0 });
	});
});

/** A folder's place whose disk is full after so many files, or that never had the room. */
async function fullPlace(folder: string, puts: number, room?: number): Promise<Place> {
	const place = await folderPlace(folder);
	let left = puts;
	const put: Place['put'] = async (path, from) => {
		if (left-- > 0) return place.put(path, from);
		throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', path });
	};
	return { ...place, put, room: async () => room };
}

describe('a stick that is full', () => {
	const publish = async (place: Place, build: string) => {
		const site = await readSite(build);
		await carryOut(place, await phasesFor(place, site), site);
	};

	it('keeps the pages that are up, and gets the rest when there is room', async () => {
		const folder = await temporaryFolder();
		const [one, two] = [
			await webBuild({ photos: ['a', 'b'] }),
			await webBuild({ photos: ['b', 'c', 'd'], title: 'Two' }),
		];
		await publish(await folderPlace(folder), one);
		await expect(publish(await fullPlace(folder, 1), two)).rejects.toMatchObject({
			message: 'the disk is full, after 4 of 11 steps',
			remedy: expect.stringMatching(/^make room, then publish again: it goes on from there/),
		});
		const there = await contentsOf(folder);
		expect(there['index.html']).toBe((await contentsOf(one))['index.html']);
		// What was withdrawn is gone all the same.
		expect(Object.keys(there)).not.toContain('media/a-320.avif');
		expect(await readdir(folder)).not.toContain(expect.stringContaining(draftEnd));
		await publish(await folderPlace(folder), two);
		const { [manifestName]: list, ...files } = await contentsOf(folder);
		expect(list).toBeDefined();
		expect(files).toEqual(await wantedOf(two));
	});

	it('is known to be so before anything is put, though what was withdrawn goes', async () => {
		const folder = await temporaryFolder();
		await publish(await folderPlace(folder), await webBuild({ photos: ['a'] }));
		const more = await webBuild({ photos: ['b'], bytes: 90_000 });
		const published = publish(await fullPlace(folder, 99, 80_000), more);
		await expect(published).rejects.toThrow('has room for 80 kB, and 91 kB are needed');
		expect(Object.keys(await contentsOf(folder)).sort()).toEqual([
			manifestName,
			'_app/immutable/start.js',
			'exhibition.json',
			'index.html',
		]);
	});
});

it('a publication that is stopped says so, and goes on the next time', async () => {
	const { target, look } = await folderTrial();
	const build = await webBuild({ photos: ['a'] });
	const stop = new AbortController();
	const stopped = toPlace(
		target,
		build,
		{},
		{
			signal: stop.signal,
			onProgress: ({ done }) => done === 3 && stop.abort(),
		},
	);
	await expect(stopped).rejects.toThrow('publishing was stopped, after 3 of 7 steps');
	await toPlace(target, build, {}, {});
	expect(await contentsOf(await look())).toMatchObject(await wantedOf(build));
});
