import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromiumPath } from '../../support/browser.ts';
import { install } from './installed.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Scores = Record<(typeof categories)[number], number>;

const chromium =
	'--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** Lighthouse 12 on a page, with its mobile preset: scores from 0 to 100, the median of some runs. */
export async function lighthouse(address: string, runs: number): Promise<Scores> {
	const all: Scores[] = [];
	for (let run = 0; run < runs; run++) all.push(await once(address));
	const median = (of: keyof Scores) => {
		const sorted = all.map((scores) => scores[of]).sort((a, b) => a - b);
		return sorted[Math.floor(sorted.length / 2)] ?? 0;
	};
	return Object.fromEntries(categories.map((of) => [of, median(of)])) as Scores;
}

async function once(address: string): Promise<Scores> {
	const folder = await mkdtemp(join(tmpdir(), 'nigoh-lighthouse-'));
	const report = join(folder, 'report.json');
	const entry = install({ lighthouse: '12.8.2' }).resolve('lighthouse/package.json');
	const args = [join(dirname(entry), 'cli', 'index.js'), address];
	const flags = ['--output=json', `--output-path=${report}`, '--quiet'];
	const chrome = `--chrome-flags=${chromium} --user-data-dir=${join(folder, 'profile')}`;
	const env = { ...process.env, CHROME_PATH: chromiumPath() };
	await new Promise<void>((done, fail) => {
		const child = spawn(process.execPath, [...args, ...flags, chrome], { env, stdio: 'inherit' });
		child.on('error', fail);
		child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`Lighthouse: ${code}`))));
	});
	const { categories: found } = JSON.parse(await readFile(report, 'utf8')) as {
		categories: Record<string, { score: number }>;
	};
	await rm(folder, { recursive: true, force: true });
	return Object.fromEntries(
		categories.map((of) => [of, Math.round((found[of]?.score ?? 0) * 100)]),
	) as Scores;
}
