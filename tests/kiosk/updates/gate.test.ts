import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { kioskRelease } from '../../support/kiosk-release.ts';
import { device } from '../../support/kiosk-store.ts';
import { seeded } from '../../support/seeded.ts';

/** Of days in a museum, each a few thousand seconds long. */
const runs = 1000;

it(`no release is shown outside of a long attract in ${runs} random runs`, async () => {
	const random = seeded(20261127);
	const folders = ['1', '2'].map(() => temporaryFolder());
	const [one, two] = (await Promise.all(folders)).map((folder) => join(folder, 'release'));
	await kioskRelease({ photos: ['tea'], title: '1' }, one);
	const { release } = await kioskRelease({ photos: ['tea'], title: '2' }, two);
	let folder = one!;
	let opening = Infinity;
	const { conductor, screens, clock, store, wait } = await device(() => folder, {
		fromOpening: () => Math.abs(opening - clock.ms),
	});
	await wait(62);
	const old = store.current()!.id;
	folder = two!;
	conductor.look();
	screens.quiet = -1;
	await wait(1);
	expect(conductor.status().pending).toBe(release.id);

	let swaps = 0;
	// Holds until it was done.
	let isAsked = false;
	for (let run = 0; run < runs; run++) {
		// The visitor comes and goes; staff ask now and then.
		let quietSince = Infinity;
		opening = clock.ms + random() * 600_000;
		for (let step = 0; step < 40; step++) {
			clock.ms += 1000 + random() * 30_000;
			const chance = random();
			if (chance < 0.25) quietSince = Infinity;
			else if (chance < 0.9 && quietSince === Infinity) quietSince = clock.ms;
			if (!isAsked && random() < 0.005) {
				conductor.updateNow();
				isAsked = true;
			}
			screens.quiet = quietSince === Infinity ? -1 : clock.ms - quietSince;
			await conductor.tick();
			if (store.current()!.id === old) continue;
			swaps++;
			const why = `run ${run}: ${screens.quiet} ms of attract`;
			expect(screens.quiet, why).toBeGreaterThanOrEqual(isAsked ? 0 : 120_000);
			if (!isAsked) expect(Math.abs(opening - clock.ms), why).toBeGreaterThan(120_000);
			isAsked = false;
			break;
		}
		await conductor.settled();
		await reset();
	}
	expect(swaps).toBeGreaterThan(runs / 10);
	expect(swaps).toBeLessThan(runs);

	/** The next run begins with the old release. */
	async function reset() {
		if (store.current()!.id === old) return;
		screens.quiet = -1;
		await store.show(old);
		clock.ms += 61_000;
		await conductor.tick();
	}
}, 120_000);
