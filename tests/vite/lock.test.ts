import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { lock, type Lock } from '../../src/vite/lock.ts';
import { checkout } from '../support/corpus.ts';
import { temporaryFolder } from '../support/folder.ts';

/** Takes a lock, says whether it has it, and keeps it until its input ends. */
const script = `
import { runnerImport } from 'vite';
const [checkout, folder] = process.argv.slice(1);
const config = { configFile: false, root: checkout, logLevel: 'error' };
const { module } = await runnerImport(checkout + '/src/vite/lock.ts', config);
process.stdout.write((await module.lock(folder)) ? 'held' : 'refused');
process.stdin.resume();
`;

const held: Lock[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
	for (const one of held.splice(0)) await one.release();
	for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function take(folder: string): Promise<Lock | undefined> {
	const taken = await lock(folder);
	if (taken) held.push(taken);
	return taken;
}

async function takeElsewhere(folder: string): Promise<{ child: ChildProcess; says: string }> {
	const args = ['--input-type=module', '-e', script, checkout, folder];
	const child = spawn(process.execPath, args, {
		cwd: checkout,
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	children.push(child);
	const [data] = (await once(child.stdout, 'data')) as [Buffer];
	return { child, says: data.toString() };
}

describe('the lock of a folder', () => {
	it('is held once', async () => {
		const folder = await temporaryFolder();
		expect(await take(folder)).toBeDefined();
		expect(await take(folder)).toBeUndefined();
		expect(await take(folder)).toBeUndefined();
	});

	it('can be taken again when it was released', async () => {
		const folder = await temporaryFolder();
		for (let round = 0; round < 3; round++) {
			const taken = await take(folder);
			expect(taken).toBeDefined();
			await taken?.release();
		}
	});

	it('goes to one of many that ask at once', async () => {
		const folder = await temporaryFolder();
		const taken = await Promise.all(Array.from({ length: 10 }, () => take(folder)));
		expect(taken.filter((one) => one !== undefined)).toHaveLength(1);
	});

	it('is none of another folder, below or beside it', async () => {
		const folder = await temporaryFolder();
		for (const other of [folder, join(folder, 'build'), `${folder}-2`]) {
			expect(await take(other)).toBeDefined();
		}
	});

	it('is the same however its path is written', async () => {
		const folder = await temporaryFolder();
		expect(await take(folder)).toBeDefined();
		expect(await take(`${folder}/`)).toBeUndefined();
		expect(await take(join(folder, 'a', '..'))).toBeUndefined();
		expect(await take(relative(process.cwd(), folder))).toBeUndefined();
	});

	it('needs no folder yet, and makes none', async () => {
		const folder = join(await temporaryFolder(), 'not', 'there');
		expect(await take(folder)).toBeDefined();
		expect(await take(folder)).toBeUndefined();
	});
});

describe('between processes', () => {
	it('a second one is refused, and gets it after the release', async () => {
		const folder = await temporaryFolder();
		const taken = await take(folder);
		expect((await takeElsewhere(folder)).says).toBe('refused');
		await taken?.release();
		expect((await takeElsewhere(folder)).says).toBe('held');
	});

	it('one that was killed leaves no lock behind', async () => {
		const folder = await temporaryFolder();
		const { child, says } = await takeElsewhere(folder);
		expect(says).toBe('held');
		expect(await take(folder)).toBeUndefined();
		child.kill('SIGKILL');
		await once(child, 'exit');
		expect(await take(folder)).toBeDefined();
	});
});
