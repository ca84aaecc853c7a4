import { pssOf } from './parts/pss.ts';
import { inHall } from './parts/hall.ts';
import { paces } from './parts/paces.ts';
import { soak } from '../support/kiosk-soak.ts';
import type { Hall } from '../support/kiosk-hall.ts';

/** `npm run bench -- kiosk [VISITS] [SAMPLES]`: how fast a kiosk is, and what it is after 2,000 visits. */
export async function bench([visits = '2000', samples = '40']: string[]): Promise<void> {
	await inHall(async (hall) => {
		await tellPaces(hall, Number(samples));
		await tellSoak(hall, Number(visits));
	});
}

const p95 = (all: readonly number[]) =>
	Math.round([...all].sort((a, b) => a - b)[Math.ceil(all.length * 0.95) - 1] ?? NaN);

async function tellPaces(hall: Hall, samples: number): Promise<void> {
	const slow = await paces(hall, samples, 4);
	console.log(
		`touch on attract to first gallery at 4x CPU throttle: p95 ${p95(slow.entrance)} ms (at most 300)`,
	);
	const quick = await paces(hall, samples, 1);
	console.log(`photo tap to sharp photo: p95 ${p95(quick.photo)} ms (at most 400)`);
	console.log(`next photo: p95 ${p95(quick.next)} ms (at most 150)`);
	console.log(
		`reset: ${p95(slow.reset)} ms at 4x, ${p95(quick.reset)} ms (at most 1000), document loads ${slow.loads + quick.loads}`,
	);
}

async function tellSoak(hall: Hall, visits: number): Promise<void> {
	// Not before every gallery was seen in every language.
	const from = Math.max(24, Math.round(visits / 10));
	const half = Math.round((from + visits) / 2);
	const memory: number[] = [];
	const { held, faults, loads, history } = await soak(hall, [from, half, visits], (browser) => {
		memory.push(pssOf(browser));
		// It is an hour's wait: so far it has come.
		console.log(`total PSS ${Math.round(memory.at(-1) ?? NaN)} MB`);
	});
	const [before, , after] = held;
	if (!before || !after) throw new Error('nothing was measured');
	const more = (now: number, then: number) => `${(100 * (now / then - 1)).toFixed(1)} %`;
	console.log(`visits ${from} to ${visits}:`);
	console.log(`heap ${more(after.heap, before.heap)} (at most +5 %)`);
	console.log(
		`listeners ${after.listeners - before.listeners}, DOM nodes ${after.nodes - before.nodes} (0)`,
	);
	console.log(`total PSS ${more(memory[2] ?? NaN, memory[0] ?? NaN)} (at most +10 %)`);
	console.log(`console errors, decode errors and outside requests: ${faults.length}`);
	console.log(`document loads ${loads}, history.length ${history.join(' to ')}`);
}
