import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { photosAtPlace, toPlace } from '../../../src/studio/publish/to-place.ts';
import { temporaryFolder } from '../../support/folder.ts';
import {
	endTrials,
	gitTrial,
	seen,
	trials,
	wantedOf,
	type Trial,
} from '../../support/publish-trials.ts';
import { contentsOf } from '../../support/site.ts';
import { webBuild } from '../../support/web-build.ts';

afterAll(endTrials);

describe.each(trials)('%s', (_, begin, isHere) => {
	const it_ = it.skipIf(!isHere);
	const publish = ({ target, known = {} }: Trial, build: string, dryRun = false) =>
		toPlace(target, build, known, { dryRun });

	it_('gets a site, and then only what changed', async () => {
		const trial = await begin();
		const one = await webBuild({ photos: ['a', 'b'] });
		const first = await publish(trial, one);
		expect(await seen(trial)).toEqual(await wantedOf(one));
		expect(first.put).toHaveLength(7);
		const { target, known = {} } = trial;
		expect([...(await photosAtPlace(target, known))].sort()).toEqual(['a', 'b']);
		const two = await webBuild({ photos: ['a', 'c'] });
		const done = await publish(trial, two);
		expect(await seen(trial)).toEqual(await wantedOf(two));
		if (!trial.isShared) return;
		const page = (id: string) => `en/galleries/hall/${id}/index.html`;
		expect([...done.removed].sort()).toEqual([page('b'), 'media/b-320.avif']);
		expect([...done.put].sort()).toEqual(
			[page('c'), 'exhibition.json', 'index.html', 'media/c-320.avif'].sort(),
		);
		expect(await publish(trial, two)).toEqual({ put: [], removed: [], bytes: 0 });
	});

	it_('is as it was after a dry run', async () => {
		const trial = await begin();
		const [one, two] = [await webBuild({ photos: ['a'] }), await webBuild({ photos: ['b'] })];
		await publish(trial, one);
		const before = await contentsOf(await trial.look());
		const would = await publish(trial, two, true);
		expect(would.put).toContain('media/b-320.avif');
		expect(await contentsOf(await trial.look())).toEqual(before);
	});

	it_('keeps what somebody else put beside it, and says so where that is in the way', async () => {
		const trial = await begin();
		await trial.disturb('CNAME', 'exhibition.example.org');
		const build = await webBuild({ photos: ['a'] });
		if (!trial.isShared) {
			await expect(publish(trial, build)).rejects.toThrow('was not published from here');
			return;
		}
		await publish(trial, build);
		await publish(trial, await webBuild({ photos: ['b'], title: 'Two' }));
		expect(await readFile(join(await trial.look(), 'CNAME'), 'utf8')).toBe(
			'exhibition.example.org',
		);
		const other = await begin();
		await other.disturb('index.html', 'mine');
		await expect(publish(other, build)).rejects.toThrow('in the way: index.html');
		expect(await seen(other)).toHaveProperty(['index.html']);
		expect(Object.keys(await seen(other))).toEqual(['index.html']);
	});

	it_('gets again what somebody changed or took away', async () => {
		const trial = await begin();
		const build = await webBuild({ photos: ['a'] });
		await publish(trial, build);
		if (!trial.isShared) return;
		await trial.disturb('index.html', 'spoilt');
		await publish(trial, build);
		expect(await seen(trial)).toEqual(await wantedOf(build));
	});
});

describe('a git branch', () => {
	it('has one commit of ours, whatever was withdrawn, upon what others made', async () => {
		const trial = await gitTrial();
		const { repository } = trial.target as { repository: string };
		await trial.disturb('CNAME', 'exhibition.example.org');
		for (const photos of [['a', 'b'], ['a'], ['a', 'c']])
			await toPlace(trial.target, await webBuild({ photos }), {}, {});
		const git = (...args: string[]) =>
			execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim();
		expect(git('log', '--format=%s', 'pages').split('\n')).toEqual([
			'Publish the exhibition',
			'By hand',
		]);
		expect(git('log', '--format=%ae', '-1', 'pages')).toBe('nigoh@localhost');
		expect(git('log', '--name-only', 'pages')).not.toContain('media/b-320.avif');
	});

	it('says what is wrong with it', async () => {
		const build = await webBuild({ photos: ['a'] });
		const folder = await temporaryFolder();
		const to = (repository: string, branch = 'main') =>
			toPlace({ kind: 'git', repository, branch }, build, {}, {});
		await expect(to(join(folder, 'none'))).rejects.toThrow('there is no such repository');
		execFileSync('git', ['init', '-q', '-b', 'main', folder]);
		await expect(to(folder)).rejects.toThrow('that branch is the one somebody works on there');
		await to(folder, 'gh-pages');
	});
});
