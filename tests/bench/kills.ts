import { spawnSync } from 'node:child_process';
import { checkout } from '../support/corpus.ts';

/** `npm run bench -- kills [POINTS]`: a build is killed at so many points, 30 unless said otherwise; the suite does it at ten. */
export async function bench([points = '30']: string[]): Promise<void> {
	const args = ['vitest', 'run', '--project', 'site', 'tests/site/interrupted.test.ts'];
	const env = { ...process.env, NIGOH_TEST_KILLS: points };
	const { status } = spawnSync('npx', args, { cwd: checkout, env, stdio: 'inherit' });
	process.exitCode = status ?? 1;
}
