import { cp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { finishSwap } from '../../src/vite/swap.ts';
import { checkout } from '../support/corpus.ts';
import { run } from '../support/command.ts';
import { contentFolder, fill, smallPicture, temporaryFolder } from '../support/folder.ts';
import { seeded } from '../support/seeded.ts';
import { buildQuietly, chosen, contentsOf, tinyExhibition } from '../support/site.ts';

/** `npm run bench -- kills` asks for more. */
const kills = Number(process.env.NIGOH_TEST_KILLS ?? 10);
const fault = pathToFileURL(join(checkout, 'tests/support/fault.mjs')).href;

it(`kill -9 at ${kills} points of a build leaves the old site or the new one`, async () => {
	const exhibition = await contentFolder(tinyExhibition('Old'));
	const place = await temporaryFolder();
	const out = join(place, 'build');
	const settings = chosen(exhibition, out);
	await buildQuietly(settings);
	const old = await contentsOf(out);
	const kept = join(place, 'kept');
	await cp(out, kept, { recursive: true });
	await fill(exhibition, {
		...tinyExhibition('New'),
		'second/door.jpg': await smallPicture('another'),
	});
	const reference = join(await temporaryFolder(), 'build');
	await buildQuietly({ ...settings, out: reference });
	const fresh = await contentsOf(reference);
	expect(fresh).not.toEqual(old);

	const args = [
		'build',
		'--exhibition',
		exhibition,
		'--out',
		out,
		'--as-of',
		'2026-11-24',
		'--fast',
	];
	const attempt = async (at: number) => {
		const count = join(await temporaryFolder(), 'count');
		const env = { NODE_OPTIONS: `--import ${fault}`, FAULT_AT: String(at), FAULT_COUNT: count };
		const ended = await run(args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
		return { ...ended, changes: (await stat(count)).size };
	};
	const { changes, code } = await attempt(1e9);
	expect(code).toBe(0);
	expect(await contentsOf(out)).toEqual(fresh);
	expect(changes).toBeGreaterThan(100);

	const random = seeded(20261124);
	let [sawOld, sawNew] = [0, 0];
	for (let index = 0; index < kills; index++) {
		await rm(out, { recursive: true, force: true });
		await cp(kept, out, { recursive: true });
		// A third of the kills hits the last steps, where the swap is.
		const at =
			index % 3 === 0 ? changes - Math.floor(random() * 60) : 1 + Math.floor(random() * changes);
		const ended = await attempt(at);
		expect(ended.signal ?? ended.code, ended.stderr).toSatisfy(
			(end) => end === 'SIGKILL' || end === 0,
		);
		await finishSwap(out);
		const site = await contentsOf(out);
		const isOld = JSON.stringify(site) === JSON.stringify(old);
		if (isOld) sawOld++;
		else {
			expect(site, `killed at change ${at} of ${changes}`).toEqual(fresh);
			sawNew++;
		}
	}
	expect(sawOld).toBeGreaterThan(kills / 6);
	expect(sawNew).toBeGreaterThan(0);
	// And the next build needs no help.
	const { code: last, stderr } = await run(args);
	expect(last, stderr).toBe(0);
	expect(await contentsOf(out)).toEqual(fresh);
}, 600_000);
