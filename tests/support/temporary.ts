import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everything that tests leave in the system's temporary folder lies in one of their own, removed at the end. */
export default function setup(): () => void {
	const folder = mkdtempSync(join(tmpdir(), 'nigoh-tests-'));
	// For tests that run a command as nobody.
	chmodSync(folder, 0o755);
	process.env.TMPDIR = folder;
	// A browser that has just been closed may still write.
	return () => rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
}
