import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHall, type Hall } from '../../support/kiosk-hall.ts';
import { hallOf } from '../../support/sample-hall.ts';

/** Does something in a hall with the sample. */
export async function inHall(work: (hall: Hall) => Promise<void>): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'nigoh-bench-'));
	try {
		const hall = await openHall(await hallOf(folder));
		await work(hall).finally(() => hall.close());
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
