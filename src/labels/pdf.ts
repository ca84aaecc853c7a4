import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const patienceMs = 120_000;

/** The system's Chromium: CHROMIUM, or the first on the path. */
export function chromiumPath(env: NodeJS.ProcessEnv): string | undefined {
	if (env.CHROMIUM) return env.CHROMIUM;
	const folders = (env.PATH ?? '').split(delimiter);
	return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
}

/**
 * Prints a file of ours as PDF, in a profile of its own that is removed afterwards.
 *
 * @throws {Error} where Chromium did not
 */
export async function printPdf(chromium: string, html: string, pdf: string): Promise<void> {
	const profile = await mkdtemp(join(tmpdir(), 'nigoh-print-'));
	try {
		// It goes on when it has failed, without a file and without a word.
		await rm(pdf, { force: true });
		const args = [...flags(profile), `--print-to-pdf=${pdf}`, pathToFileURL(html).href];
		await run(chromium, args, { timeout: patienceMs });
		if ((await stat(pdf)).size === 0) throw new Error('the PDF is empty');
	} finally {
		await rm(profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

function flags(profile: string): string[] {
	return [
		'--headless',
		'--disable-gpu',
		'--no-first-run',
		'--no-pdf-header-footer',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		`--user-data-dir=${profile}`,
		// Its sandbox refuses root; what it opens is a file of ours without a script.
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	];
}
