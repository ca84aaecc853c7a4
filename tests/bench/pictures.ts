import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { concurrently } from '../../src/lib/server/content/concurrent.ts';
import { environment } from '../../src/vite/apart.ts';
import type { Preset } from '../../src/lib/server/images/settings.ts';
import { checkout, corpus } from '../support/corpus.ts';
import type { Result } from './parts/contend.ts';
import { bytesAtEqualScore } from './parts/equal-score.ts';
import { hasGraphicsMagick, setUpRivals } from './parts/rivals.ts';

const most = 12;
const theirs = new Set(['loop', 'eleventy', 'thumbsup']);
/** What is asked of each preset: times the throughput of eleventy-img, bytes at equal score. */
const asked: Record<Preset, [times: number, bytes: number]> = {
	default: [3.5, 1.05],
	fast: [8, 1.2],
	fine: [0.95, 1],
};

/** Ours against others on the same photographs, all in one run: `npm run bench -- pictures [FOLDER]`. */
export async function bench([given]: string[]): Promise<void> {
	setUpRivals();
	const place = mkdtempSync(join(tmpdir(), 'nigoh-pictures-'));
	try {
		const folder = await gather(
			given ?? (existsSync(corpus) ? join(corpus, 'camera') : join(checkout, 'photos/road')),
			place,
		);
		const run = runner(folder, place);
		const eleventy = run('eleventy');
		for (const preset of ['default', 'fast', 'fine'] as const) {
			const times = eleventy.seconds / run(preset).seconds;
			const [atLeast, atMost] = asked[preset];
			print(`throughput, ${preset}, times eleventy-img`, times, `at least ${atLeast}`);
			await printBytes(folder, eleventy, preset, atMost);
		}
		const [bare, ours] = [run('loop', '-a'), run('default', '-a')];
		print(
			'throughput, default, of a bare loop of the same calls',
			bare.seconds / ours.seconds,
			'at least 0.9',
		);
		if (hasGraphicsMagick()) {
			const times = run('thumbsup').seconds / run('thumbs').seconds;
			print('throughput, two JPEG sizes, times thumbsup', times, 'at least 4');
		} else console.log('thumbsup: skipped, for there is no GraphicsMagick (gm)');
		await memory(place);
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
}

/** Links to so many photographs, spread over the folder; JPEG, for thumbsup reads no other well. */
async function gather(from: string, place: string): Promise<string> {
	const folder = join(place, 'photos');
	mkdirSync(folder);
	const names = readdirSync(from)
		.filter((name) => /\.jpe?g$/i.test(name))
		.sort();
	const sizes = await Promise.all(names.map((name) => sharp(join(from, name)).metadata()));
	const large = names.filter((_, index) => (sizes[index]?.autoOrient.width ?? 0) >= 2048);
	for (const [index, name] of large.slice(0, most).entries()) {
		await copyFile(join(from, name), join(folder, `${String(index).padStart(2, '0')}.jpg`));
	}
	return folder;
}

const runner =
	(folder: string, place: string) =>
	(name: string, suffix = ''): Result => {
		const script = join(import.meta.dirname, 'run.js');
		const args = [script, 'parts/contend', name, folder, join(place, name + suffix)];
		// Ours runs in the process that `build` starts for pictures, which has settings of its own.
		const env = theirs.has(name) ? process.env : environment();
		const { stdout, stderr, status } = spawnSync(process.execPath, args, {
			env,
			encoding: 'utf8',
			maxBuffer: 2 ** 26,
		});
		if (status !== 0) throw new Error(`${name}: ${stderr}`);
		const result = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Result;
		const { seconds, megapixels, megabytes } = result;
		console.log(
			`  ${name}: ${seconds.toFixed(1)} s, ${(megapixels / seconds).toFixed(1)} megapixels a second, ${megabytes.toFixed(0)} MB`,
		);
		return result;
	};

async function printBytes(folder: string, { avif }: Result, preset: Preset, atMost: number) {
	const found = await concurrently(availableParallelism(), avif, async (made) => {
		return { width: made.width, ...(await bytesAtEqualScore(folder, made, preset)) };
	});
	const mean = (some: typeof found) =>
		Math.exp(some.reduce((sum, { ratio }) => sum + Math.log(ratio), 0) / some.length);
	print(
		`AVIF bytes at equal score, ${preset}, times eleventy-img`,
		mean(found),
		`at most ${atMost}`,
	);
	const byWidth = [...new Set(found.map(({ width }) => width))].map((width) => {
		return `${width} px ${mean(found.filter((one) => one.width === width)).toFixed(3)}`;
	});
	const sum = (key: 'bytes' | 'theirs') => found.reduce((total, one) => total + one[key], 0);
	console.log(
		`  by width: ${byWidth.join(', ')}; of all bytes together ${(sum('bytes') / sum('theirs')).toFixed(3)}`,
	);
}

/** At the peak, with photographs of 24 megapixels, which are made from one of them. */
async function memory(place: string): Promise<void> {
	const folder = join(place, 'large');
	mkdirSync(folder);
	const [source = ''] = readdirSync(join(place, 'photos'));
	const first = join(folder, '00.jpg');
	await sharp(join(place, 'photos', source))
		.resize(6000, 4000, { fit: 'cover' })
		.jpeg({ quality: 90 })
		.toFile(first);
	for (let copy = 1; copy < 6; copy++) linkSync(first, join(folder, `0${copy}.jpg`));
	const run = runner(folder, place);
	print('memory up to 2048 px, MB at the peak', run('default', '-24').megabytes, 'at most 700');
	print('memory up to 3840 px, MB at the peak', run('default-3840').megabytes, 'at most 1000');
}

function print(what: string, value: number, asked: string): void {
	console.log(`${what}: ${value.toFixed(value < 100 ? 3 : 0)} (${asked})`);
}
