import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StatIndex } from '../../../../src/lib/server/content/stat-index.ts';
import { contentFolder, fill } from '../../../support/folder.ts';

const longAgo = new Date('2020-01-01T00:00:00Z');

/** Writes files that have rested since 2020, or since `time`. */
async function rested(root: string, files: Record<string, string>, time = longAgo): Promise<void> {
	await fill(root, files);
	for (const name of Object.keys(files)) await utimes(join(root, name), time, time);
}

async function rooms(): Promise<{ root: string; path: string }> {
	const base = await contentFolder({ 'photos/.keep': '' });
	return { root: join(base, 'photos'), path: join(base, 'cache/index.json') };
}

/** One run of the program: asks for each and keeps what it learnt. Returns those that were opened. */
async function run(root: string, path: string | undefined, asked: readonly string[][]) {
	const index = await StatIndex.open<string>(path);
	const opened: string[] = [];
	const answers: string[] = [];
	for (const files of asked) {
		const [file = ''] = files;
		const find = async () => {
			opened.push(file);
			return readFile(join(root, file), 'utf8');
		};
		answers.push(await index.get(root, files, find));
	}
	await index.save(root);
	return { opened, answers };
}

describe('what is remembered of files', () => {
	it('is not asked again while size and time are the same', async () => {
		const { root, path } = await rooms();
		await rested(root, { 'a.jpg': 'tea', 'b.jpg': 'bread' });
		expect((await run(root, path, [['a.jpg'], ['b.jpg']])).opened).toEqual(['a.jpg', 'b.jpg']);
		const again = await run(root, path, [['a.jpg'], ['b.jpg']]);
		expect(again).toEqual({ opened: [], answers: ['tea', 'bread'] });
	});

	it('is asked anew when the size changed', async () => {
		const { root, path } = await rooms();
		await rested(root, { 'a.jpg': 'tea', 'b.jpg': 'bread' });
		await run(root, path, [['a.jpg'], ['b.jpg']]);
		await rested(root, { 'a.jpg': 'green tea' });
		const again = await run(root, path, [['a.jpg'], ['b.jpg']]);
		expect(again).toEqual({ opened: ['a.jpg'], answers: ['green tea', 'bread'] });
	});

	it('is asked anew when the time changed, be it to an earlier one', async () => {
		const { root, path } = await rooms();
		await rested(root, { 'a.jpg': 'tea' });
		await run(root, path, [['a.jpg']]);
		await rested(root, { 'a.jpg': 'oat' }, new Date('2019-01-01T00:00:00Z'));
		expect(await run(root, path, [['a.jpg']])).toEqual({ opened: ['a.jpg'], answers: ['oat'] });
	});

	it('is asked anew when a sidecar changed, came or went', async () => {
		const { root, path } = await rooms();
		await rested(root, { 'a.jpg': 'tea', 'a.xmp': 'caption' });
		await run(root, path, [['a.jpg', 'a.xmp']]);
		await rested(root, { 'a.xmp': 'a longer caption' });
		expect((await run(root, path, [['a.jpg', 'a.xmp']])).opened).toEqual(['a.jpg']);
		expect((await run(root, path, [['a.jpg', 'a.xmp']])).opened).toEqual([]);
		expect((await run(root, path, [['a.jpg']])).opened).toEqual(['a.jpg']);
		expect((await run(root, path, [['a.jpg', 'a.xmp']])).opened).toEqual(['a.jpg']);
	});

	it('is not kept of a file that changed just now: it may change again within the tick', async () => {
		const { root, path } = await rooms();
		await rested(root, { 'old.jpg': 'old' });
		await writeFile(join(root, 'new.jpg'), 'new');
		await run(root, path, [['old.jpg'], ['new.jpg']]);
		expect((await run(root, path, [['old.jpg'], ['new.jpg']])).opened).toEqual(['new.jpg']);
	});

	it('is forgotten of what was known before, when that changed just now', async () => {
		const { root, path } = await rooms();
		await rested(root, { 'a.jpg': 'tea' });
		await run(root, path, [['a.jpg']]);
		await writeFile(join(root, 'a.jpg'), 'cup');
		await run(root, path, [['a.jpg']]);
		await utimes(join(root, 'a.jpg'), longAgo, longAgo);
		expect(await run(root, path, [['a.jpg']])).toEqual({ opened: ['a.jpg'], answers: ['cup'] });
	});

	it('is forgotten of a file that is gone: its caption does not stay in the cache', async () => {
		const { root, path } = await rooms();
		await rested(root, { 'a.jpg': 'tea', 'b.jpg': 'a withdrawn caption' });
		await run(root, path, [['a.jpg'], ['b.jpg']]);
		expect(await readFile(path, 'utf8')).toContain('withdrawn');
		await run(root, path, [['a.jpg']]);
		expect(await readFile(path, 'utf8')).not.toContain('withdrawn');
		expect((await run(root, path, [['a.jpg']])).opened).toEqual([]);
	});

	it('is kept for another exhibition that shares the cache', async () => {
		const { root, path } = await rooms();
		const other = await contentFolder({});
		await rested(root, { 'a.jpg': 'tea' });
		await rested(other, { 'a.jpg': 'oat' });
		await run(root, path, [['a.jpg']]);
		await run(other, path, [['a.jpg']]);
		expect(await run(root, path, [['a.jpg']])).toEqual({ opened: [], answers: ['tea'] });
	});

	it.each(['', '{', '{"/a.jpg":{"stamp":"1:', 'not JSON', '[]'])(
		'counts as empty where the file holds %j',
		async (spoilt) => {
			const { root, path } = await rooms();
			await fill(path.replace(/index\.json$/, ''), { 'index.json': spoilt });
			await rested(root, { 'a.jpg': 'tea' });
			expect(await run(root, path, [['a.jpg']])).toEqual({ opened: ['a.jpg'], answers: ['tea'] });
			expect((await run(root, path, [['a.jpg']])).opened).toEqual([]);
		},
	);

	it('is not written again while nothing changed', async () => {
		const { root, path } = await rooms();
		await rested(root, { 'a.jpg': 'tea' });
		await run(root, path, [['a.jpg']]);
		await utimes(path, longAgo, longAgo);
		await run(root, path, [['a.jpg']]);
		expect((await stat(path)).mtime).toEqual(longAgo);
	});

	it('is nothing without a place to keep it', async () => {
		const { root } = await rooms();
		await rested(root, { 'a.jpg': 'tea' });
		await run(root, undefined, [['a.jpg']]);
		expect((await run(root, undefined, [['a.jpg']])).opened).toEqual(['a.jpg']);
	});

	it('is no answer for a file that is not there', async () => {
		const { root, path } = await rooms();
		await expect(run(root, path, [['gone.jpg']])).rejects.toThrow(/ENOENT/);
	});
});
