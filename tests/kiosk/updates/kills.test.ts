import { spawn, spawnSync } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { Store } from '../../../src/kiosk/release/store.ts';
import { concurrently } from '../../../src/lib/server/content/concurrent.ts';
import { checkout } from '../../support/corpus.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { bytesOf, filesOf, keys, kioskRelease } from '../../support/kiosk-release.ts';
import { expectWhole, filesWith } from '../../support/kiosk-store.ts';
import { update } from '../../support/kiosk-update.ts';

/** Of each outcome; `npm run bench -- update-kills` asks for more. */
const points = Number(process.env.NIGOH_TEST_UPDATE_KILLS ?? 16);
const fault = pathToFileURL(join(checkout, 'tests/support/fault.mjs')).href;
const child = fileURLToPath(new URL('../../support/kiosk-update.mjs', import.meta.url));

/** A device with three releases, and a folder with the fourth, in which a photo is withdrawn. */
async function prepared() {
	const place = await temporaryFolder();
	const [device, folder, key] = ['device', 'release', 'key.pem'].map((name) => join(place, name));
	await writeFile(key!, keys.publicKey.export({ type: 'spki', format: 'pem' }));
	const ids: string[] = [];
	for (const title of ['1', '2', '3']) {
		const told = { photos: ['tea', 'bread'], title };
		ids.push((await kioskRelease(told, folder)).release.id);
		await update(device!, folder!, key!, true);
	}
	const told = { photos: ['tea', 'rice'], withdrawn: ['bread'], title: '4' };
	const { id } = (await kioskRelease(told, folder)).release;
	return { place, device: device!, folder: folder!, key: key!, old: ids, fresh: id };
}

type Prepared = Awaited<ReturnType<typeof prepared>>;

/** Lets the update be killed at its Nth change of the disk. */
async function attempt({ place, device, folder, key }: Prepared, outcome: string, at: number) {
	const root = join(place, `${outcome}-${at}`);
	// Hard links stay what they are.
	spawnSync('cp', ['-a', device, root]);
	const count = `${root}.count`;
	const env = { ...process.env, FAULT_AT: String(at), FAULT_COUNT: count };
	const args = ['--import', fault, child, root, folder, key, outcome];
	const killed = spawn(process.execPath, args, { env, detached: true });
	let stderr = '';
	killed.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
	const end = await new Promise((done) =>
		killed.on('close', (code, signal) => done(signal ?? code)),
	);
	expect(end, stderr).toSatisfy((one) => one === 'SIGKILL' || one === 0);
	return { root, end, changes: (await stat(count)).size };
}

const bread = async (root: string) =>
	(await Promise.all(filesOf('bread').map((file) => filesWith(root, bytesOf(file))))).flat();

it.each(['passes', 'fails'])(
	`kill -9 at ${points} points of an update that %s leaves one whole release`,
	async (outcome) => {
		const made = await prepared();
		const before = await bread(made.device);
		expect(before.length).toBe(12);
		const { changes, root } = await attempt(made, outcome, 1e9);
		expect(changes).toBeGreaterThan(60);
		const done = new Store(root);
		await done.boot('2026-11-24');
		const last = outcome === 'passes' ? made.fresh : made.old[2];
		expect(done.current()?.id).toBe(last);

		const seen = new Set<string>();
		const at = Array.from({ length: points }, (_, index) =>
			Math.min(changes, Math.max(1, Math.round(((index + 0.5) * changes) / points))),
		);
		await concurrently(2, at, async (point) => {
			const { root, end } = await attempt(made, outcome, point);
			expect(end).toBe('SIGKILL');
			const store = new Store(root);
			expect(await store.boot('2026-11-24')).toEqual([]);
			seen.add(store.current()!.id);
			expect([made.old[2], made.fresh], `killed at ${point}`).toContain(store.current()!.id);
			await expectWhole(store);
			// What is written down as withdrawn is nowhere, from the first moment on.
			const hasGone = store.goneIds().includes('bread');
			expect(await bread(root), `killed at ${point}`).toHaveLength(hasGone ? 0 : 12);
			// And the next start goes on by itself.
			const next = await update(root, made.folder, made.key, outcome === 'passes');
			expect(next.current()!.id, `killed at ${point}`).toBe(last);
			expect(next.failed).toEqual(outcome === 'passes' ? [] : [made.fresh]);
			await expectWhole(next);
			expect(await bread(root)).toEqual([]);
			expect(await readFile(join(root, 'current/COMPLETE'), 'utf8')).toBe(`${last}\n`);
		});
		expect(seen.size).toBe(2);
	},
	3_600_000,
);
