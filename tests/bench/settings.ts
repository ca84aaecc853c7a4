import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { concurrently } from '../../src/lib/server/content/concurrent.ts';
import type { AvifSettings } from '../../src/lib/server/images/settings.ts';
import { checkout, corpus } from '../support/corpus.ts';
import { bytesAt, referenceOf, trial } from './parts/equal-score.ts';
import type { Pixels } from './parts/score.ts';

const widths = [320, 640, 1280, 2048];
/** What sharp does where nothing is said, and so what others do. */
const usual = settings(4, 8, 'auto', '4:4:4');

function settings(
	effort: number,
	bitdepth: AvifSettings['bitdepth'],
	tune: AvifSettings['tune'],
	chromaSubsampling: '4:4:4' | '4:2:0',
): AvifSettings {
	return { effort, bitdepth, tune, chromaSubsampling, quality: 50 } as AvifSettings;
}

/** The rows of the table, from the soonest to the smallest. */
const trials = [0, 1, 2, 3, 4].flatMap((effort) => [
	settings(effort, 8, 'auto', '4:4:4'),
	settings(effort, 10, 'auto', '4:4:4'),
	...(effort > 2 ? [settings(effort, 8, 'ssim', '4:4:4')] : []),
	...(effort % 2 > 0 ? [settings(effort, 8, 'auto', '4:2:0')] : []),
]);

interface Row {
	bytes: number;
	cpu: number;
	score: number;
}

/**
 * Bytes at equal score and processor time of each setting at each width, as ratios of what sharp does by
 * default, and the score at quality 50: the means over some photographs of the corpus.
 * `npm run bench -- settings [PHOTOS] [EFFORTS]`, such as `settings 4 0,1`.
 */
export async function bench([count = '5', efforts = '0,1,2,3,4']: string[]): Promise<void> {
	sharp.concurrency(1);
	const folder = existsSync(corpus) ? join(corpus, 'camera') : join(checkout, 'photos/road');
	const photos = readdirSync(folder).filter((name) => /\.jpe?g$/i.test(name));
	const step = Math.max(1, Math.floor(photos.length / Number(count)));
	const some = photos.filter((_, index) => index % step === 0).slice(0, Number(count));
	const wanted = trials.filter(({ effort }) => efforts.split(',').includes(String(effort)));
	console.log(
		`means of ${some.length} photographs; bytes and cpu as ratios of effort 4, 8 bit, 4:4:4`,
	);
	for (const width of widths) {
		const rows = await concurrently(availableParallelism(), some, async (photo) => {
			const reference = await referenceOf(join(folder, photo), width);
			return rowsOf(reference, wanted);
		});
		for (const [index, one] of wanted.entries())
			print(
				width,
				one,
				rows.map((row) => row[index]!),
			);
	}
}

async function rowsOf(reference: Pixels, wanted: readonly AvifSettings[]): Promise<Row[]> {
	const base = await timed(reference, usual);
	const rows: Row[] = [];
	for (const one of wanted) {
		const { score, seconds } = await timed(reference, one);
		const bytes = await bytesAt(base.score, reference, one);
		rows.push({ bytes: bytes / base.bytes, cpu: seconds / base.seconds, score });
	}
	return rows;
}

/** Wall time: each encoder has one thread, and there are no more of them than cores. */
async function timed(reference: Pixels, one: AvifSettings) {
	const { width, height, data } = reference;
	const began = performance.now();
	await sharp(data, { raw: { width, height, channels: 3 } })
		.avif(one)
		.toBuffer();
	const seconds = (performance.now() - began) / 1000;
	return { ...(await trial(reference, one)), seconds };
}

function print(width: number, one: AvifSettings, rows: readonly Row[]): void {
	const mean = (key: keyof Row) =>
		Math.exp(rows.reduce((sum, row) => sum + Math.log(row[key]), 0) / rows.length).toFixed(3);
	const { effort, bitdepth, tune, chromaSubsampling: chroma } = one;
	const what = `${width} px, effort ${effort}, ${bitdepth} bit, ${chroma}, tune ${tune}`;
	console.log(`${what}: bytes ${mean('bytes')}, cpu ${mean('cpu')}, score ${mean('score')}`);
}
