import { spawn } from 'node:child_process';
import { cp, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Operation } from '../../../src/studio/contract/operations.ts';
import { filesIn } from '../../../src/vite/made.ts';
import { checkout } from '../../support/corpus.ts';
import { contentFolder, temporaryFolder } from '../../support/folder.ts';
import { deskOn, files, photo, set } from './studio.ts';

const fault = pathToFileURL(join(checkout, 'tests/support/fault.mjs')).href;
const child = fileURLToPath(new URL('../../support/studio-step.mjs', import.meta.url));

/** Every change of the disk is tried where it is 1. */
const every = Number(process.env.NIGOH_TEST_STUDIO_KILLS ?? 3);

type Contents = Record<string, string>;

async function contents(folder: string): Promise<Contents> {
	const own = (await filesIn(folder)).filter((file) => !file.startsWith('.exhibition/'));
	const read = own.map(async (file) => [file, await readFile(join(folder, file), 'latin1')]);
	return Object.fromEntries(await Promise.all(read));
}

/** Lets the studio be killed at its Nth change of the disk. */
async function attempt(prepared: string, operations: readonly Operation[], at: number) {
	const place = await temporaryFolder();
	const [folder, count] = [join(place, 'photos'), join(place, 'count')];
	await cp(prepared, folder, { recursive: true });
	const env = { ...process.env, FAULT_AT: String(at), FAULT_COUNT: count };
	const step = JSON.stringify({ title: 'A step', operations });
	const args = ['--import', fault, child, folder, step];
	const killed = spawn(process.execPath, args, { env, detached: true });
	let stderr = '';
	killed.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
	const end = await new Promise((done) =>
		killed.on('close', (code, signal) => done(signal ?? code)),
	);
	expect(end, stderr).toSatisfy((one) => one === 'SIGKILL' || one === 0);
	return { folder, end, changes: (await stat(count)).size };
}

/** Each file by itself is the old one or the new one; drafts without a name may be there. */
function expectWhole(now: Contents, before: Contents, after: Contents): void {
	for (const [file, text] of Object.entries(now)) {
		if (file.endsWith('.tmp')) continue;
		expect([before[file], after[file]], file).toContain(text);
	}
}

const steps: [string, Operation[]][] = [
	[
		'one file',
		[set(photo('bag'), 'caption', 'A bag', 'The bag'), set(photo('tea'), 'note', undefined, 'x')],
	],
	['two files and a picture', [{ do: 'rehome', photo: 'bag', gallery: 'room', before: 'shoes' }]],
	['a removal', [{ do: 'remove', photo: 'shoes' }]],
];

it.each(steps)(
	'kill -9 at any change of the disk leaves old or new files, and then all of one kind: %s',
	{ timeout: 300_000 },
	async (_, operations) => {
		const prepared = await contentFolder(files);
		const before = await contents(prepared);
		const whole = await attempt(prepared, operations, 1e9);
		const after = await contents(whole.folder);
		expect(after).not.toEqual(before);
		const seen = new Set<string>();
		for (let at = 1; at <= whole.changes; at += every) {
			const { folder, end } = await attempt(prepared, operations, at);
			if (end !== 'SIGKILL') continue;
			expectWhole(await contents(folder), before, after);
			const { desk } = await deskOn(folder);
			const now = await contents(folder);
			const isNew = JSON.stringify(now) === JSON.stringify(after);
			seen.add(isNew ? 'new' : 'old');
			expect(now, `at ${at}`).toEqual(isNew ? after : before);
			if (isNew) await desk.undo();
			else await expect(desk.undo()).rejects.toThrow('There is nothing to undo.');
			expect(await contents(folder)).toEqual(before);
			await desk.close();
		}
		expect([...seen].sort()).toEqual(['new', 'old']);
	},
);
