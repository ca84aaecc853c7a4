import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { options } from '../../src/vite/options.ts';
import { placesOf } from '../../src/vite/places.ts';
import { temporaryFolder } from '../support/folder.ts';

let root: string;
const at = (...parts: string[]) => join(root, ...parts);

beforeEach(async () => {
	root = await temporaryFolder();
	for (const folder of ['project', 'photos', 'disk/site'])
		await mkdir(at(folder), { recursive: true });
});

function places(out: string, cache = at('photos/.exhibition/cache')) {
	const args = ['--exhibition', at('photos'), '--out', out, '--cache', cache];
	return placesOf(options(args, {}, at('project')));
}

describe('places', () => {
	it('are taken as they are, also where they are still to be made', async () => {
		expect(await places(at('site/of/today'))).toMatchObject({
			out: at('site/of/today'),
			cache: at('photos/.exhibition/cache'),
		});
	});

	it('that are links are what they point to', async () => {
		await symlink(at('disk/site'), at('public'));
		await symlink(at('disk'), at('drive'));
		expect((await places(at('public'))).out).toBe(at('disk/site'));
		expect((await places(at('drive/new'))).out).toBe(at('disk/new'));
	});

	it.each([
		['the project itself', 'project', undefined, /the project lies in it/],
		['what the project lies in', '.', undefined, /the project lies in it/],
		['the photographs', 'photos', undefined, /the exhibition lies in it/],
		['what holds the cache', 'site', 'site/cache', /the cache lies in it/],
		['a folder of photographs', 'photos/site', undefined, /among the photographs/],
	])('%s cannot be the site', async (_name, out, cache, message) => {
		const refusal = places(at(out), cache && at(cache));
		await expect(refusal).rejects.toMatchObject({
			exitCode: 2,
			message: expect.stringMatching(message),
		});
		await expect(refusal).rejects.toMatchObject({ remedy: expect.stringContaining('--out DIR') });
	});

	it('are refused where the cache would lie among the photographs', async () => {
		await expect(places(at('site'), at('photos/cache'))).rejects.toMatchObject({
			message: expect.stringMatching(/among the photographs/),
			remedy: expect.stringContaining('--cache DIR'),
		});
	});

	it('are refused where a disk is mounted', async () => {
		await expect(places('/proc')).rejects.toThrow(/disk of its own/);
	});
});
