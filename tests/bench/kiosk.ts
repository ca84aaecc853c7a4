import { pssOf } from './parts/pss.ts';
import { inHall } from './parts/hall.ts';
import { paces } from './parts/paces.ts';
import { least, soak, type Held, type Soaked } from '../support/kiosk-soak.ts';
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

/** After so many visits all begins anew: languages, galleries, and whether a visitor walks away. */
const round = 12;

async function tellSoak(hall: Hall, asked: number): Promise<void> {
	// Three rounds are compared, after four that warm it.
	const visits = Math.max(6 * round, asked);
	// Not before every gallery was seen in every language.
	const from = Math.max(4 * round, Math.round(visits / 10));
	const ends = [from, Math.round((from + visits) / 2), visits];
	const memory: number[] = [];
	// What a page holds depends on its last visit: the least of a round.
	const marks = ends.flatMap((end) => Array.from({ length: round }, (_, at) => end - at));
	const marked = (browser: number, visit: number) => {
		if (!ends.includes(visit)) return;
		memory.push(pssOf(browser));
		// It is an hour's wait: so far it has come.
		console.log(`visit ${visit}: total PSS ${Math.round(memory.at(-1) ?? NaN)} MB`);
	};
	const soaked = await soak(hall, marks, marked);
	const found = rounds(soaked, ends);
	console.log(`visits ${from} to ${visits}:`);
	const [before, , after] = found as [Held, Held, Held];
	const held = (what: keyof Held) => found.map((one) => one[what]).join(', ');
	const kilobytes = found.map(({ heap }) => Math.round(heap / 1024)).join(', ');
	const at = `at visits ${ends.join(', ')}`;
	console.log(`heap ${more(after.heap, before.heap)} (at most +5 %): ${kilobytes} KB ${at}`);
	console.log(`listeners +${after.listeners - before.listeners} (0): ${held('listeners')} ${at}`);
	console.log(`DOM nodes +${after.nodes - before.nodes} (0): ${held('nodes')} ${at}`);
	console.log(`total PSS ${more(memory[2] ?? NaN, memory[0] ?? NaN)} (at most +10 %)`);
	const { faults, loads, history } = soaked;
	console.log(`console errors, decode errors and outside requests: ${faults.length}`);
	console.log(`document loads ${loads}, history.length ${history.join(' to ')}`);
}

const more = (now: number, then: number) => `${(100 * (now / then - 1)).toFixed(1)} %`;

const rounds = ({ held }: Soaked, ends: readonly number[]): Held[] =>
	ends.map((_, at) => least(held.slice(at * round, (at + 1) * round)));
