import { spawnSync } from 'node:child_process';
import { checkout } from '../support/corpus.ts';

/**
 * `npm run bench -- update-kills [POINTS]`: an update of a kiosk is killed at so many points of each
 * outcome, 600 unless said otherwise; the suite does it at 16.
 */
export async function bench([points = '600']: string[]): Promise<void> {
	const args = ['vitest', 'run', '--project', 'unit', 'tests/kiosk/updates/kills.test.ts'];
	const env = { ...process.env, NIGOH_TEST_UPDATE_KILLS: points };
	const { status } = spawnSync('npx', args, { cwd: checkout, env, stdio: 'inherit' });
	process.exitCode = status ?? 1;
}
