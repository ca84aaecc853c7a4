import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Desk } from '../../../src/studio/files/desk.ts';
import { fill } from '../../support/folder.ts';
import { deskOn, studio } from './studio.ts';

const lock = '.exhibition/studio/lock';

it('a folder is one studio’s at a time', async () => {
	const one = await studio({}, { port: 4711 });
	expect(JSON.parse(await one.text(lock))).toEqual({ pid: process.pid, port: 4711 });
	await expect(Desk.open(one.folder)).rejects.toMatchObject({
		message: 'This exhibition is open in another studio at http://127.0.0.1:4711/.',
		remedy: 'go on in that window, or close that studio first',
	});
	await one.desk.listens(4712);
	expect(JSON.parse(await one.text(lock))).toMatchObject({ port: 4712 });
	await one.desk.close();
	await expect(one.text(lock)).rejects.toThrow('ENOENT');
	await (await deskOn(one.folder)).desk.close();
});

it.each(['dead', 'torn'])('the lock of a studio that is gone is taken over: %s', async (kind) => {
	const one = await studio();
	await one.desk.close();
	const { pid } = spawnSync(process.execPath, ['-e', '']);
	await fill(one.folder, { [lock]: kind === 'dead' ? JSON.stringify({ pid, port: 1 }) : '{"pi' });
	const two = await deskOn(one.folder);
	expect(JSON.parse(await two.text(lock))).toMatchObject({ pid: process.pid });
});

it('of two that start at once on a stale lock, one gets it', async () => {
	const one = await studio();
	await one.desk.close();
	const { pid } = spawnSync(process.execPath, ['-e', '']);
	await writeFile(join(one.folder, lock), JSON.stringify({ pid }));
	const both = await Promise.allSettled([Desk.open(one.folder), Desk.open(one.folder)]);
	const opened = both.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
	expect(opened).toHaveLength(1);
	await opened[0]!.close();
});

it('what the studio keeps is not for version control, and a folder that is not there is refused', async () => {
	const one = await studio();
	expect(await readFile(join(one.folder, '.exhibition/.gitignore'), 'utf8')).toBe('*\n');
	await expect(Desk.open(join(one.folder, 'nowhere'))).rejects.toThrow('There is no folder');
});
