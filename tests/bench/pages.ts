import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../support/browser.ts';
import { buildQuietly, chosen } from '../support/site.ts';
import { lighthouse } from './parts/lighthouse.ts';
import { load, type Load } from './parts/loads.ts';
import { manyPhotos } from './parts/many.ts';
import { tap, type Taps } from './parts/taps.ts';
import { serveZipped } from './parts/zipped.ts';

const kinds = {
	entrance: '',
	gallery: 'galleries/many/',
	photo: 'galleries/road/tea-by-the-train-window/',
} as const;

/**
 * What a page costs its visitor. The gallery has 24 photos; a phone, a slow line.
 *
 * `npm run bench -- pages [RUNS]`: Lighthouse runs so many times on each page, five unless said
 * otherwise; 0 leaves it out.
 */
export async function bench([runs = '5']: string[]): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'nigoh-bench-'));
	const photos = join(folder, 'photos');
	await manyPhotos(photos);
	const site = join(folder, 'site');
	await buildQuietly(chosen(photos, site, { preset: 'default' }));
	const served = await serveZipped(site);
	try {
		await weigh(served.address);
		if (Number(runs) > 0) await judge(served.address, Number(runs));
	} finally {
		served.close();
		await rm(folder, { recursive: true, force: true });
	}
}

async function weigh(address: string): Promise<void> {
	const browser = await launch();
	console.log('bytes, gzipped, before the lightbox is loaded; layout shift from top to end');
	for (const [kind, path] of Object.entries(kinds)) {
		for (const lang of ['en', 'tg', 'ru', 'fa']) {
			print(`${kind} ${lang}`, await load(browser, `${address}${lang}/${path}`));
		}
	}
	for (const lang of ['en', 'fa']) {
		const times: Taps[] = [];
		for (let run = 0; run < 5; run++) {
			times.push(await tap(browser, `${address}${lang}/${kinds.gallery}`));
		}
		const median = (of: 'shown' | 'next') =>
			times
				.map((one) => one[of])
				.sort((a, b) => a - b)[2]
				?.toFixed(0);
		console.log(
			`${lang}: lightbox shown ${median('shown')} ms after the tap (at most 300), next photo ${median('next')} ms (at most 100)`,
		);
	}
	await browser.close();
}

function print(what: string, { shift, ...bytes }: Load): void {
	const { picture, ...rest } = bytes;
	const sum = Object.values(rest).reduce((total, one) => total + one, 0);
	const kilobytes = (one: number) => `${(one / 1024).toFixed(1)} KB`;
	const parts = Object.entries(rest).map(([kind, size]) => `${kind} ${kilobytes(size)}`);
	console.log(
		`${what}: ${parts.join(', ')}; all but pictures ${kilobytes(sum)}; pictures ${kilobytes(picture)}; layout shift ${shift.toFixed(4)}`,
	);
}

async function judge(address: string, runs: number): Promise<void> {
	console.log(`Lighthouse 12, mobile, median of ${runs}`);
	for (const [kind, path] of Object.entries(kinds)) {
		for (const lang of ['en', 'tg']) {
			const scores = await lighthouse(`${address}${lang}/${path}`, runs);
			const told = Object.entries(scores).map(([of, score]) => `${of} ${score}`);
			console.log(`${kind} ${lang}: ${told.join(', ')}`);
		}
	}
}
