import { monkey } from '../support/monkey.ts';
import { inHall } from './parts/hall.ts';

/** `npm run bench -- monkey [GESTURES] [SEED]`: gestures of any kind, of two people at once at times. */
export async function bench([count = '10000', seed = '20261126']: string[]): Promise<void> {
	await inHall(async (hall) => {
		const { escapes, faults } = await monkey(hall, Number(count), Number(seed));
		console.log(
			`${count} gestures of seed ${seed}: ${escapes.length} escapes, ${faults.length} faults`,
		);
		for (const one of [...escapes, ...faults].slice(0, 20)) console.log(one);
		process.exitCode = escapes.length + faults.length > 0 ? 1 : 0;
	});
}
