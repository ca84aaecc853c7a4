import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from './corpus.ts';

export interface Ended {
	code: number | null;
	signal: NodeJS.Signals | null;
	stdout: string;
	stderr: string;
}

/** For a command that root's tests run as nobody: root may write everywhere. */
export const asNobody = {
	NODE_OPTIONS: `--import ${pathToFileURL(join(checkout, 'tests/support/nobody.mjs')).href}`,
};

/** Starts one of our commands as a person would, in a process group of its own. */
export function start(args: readonly string[], options: SpawnOptions = {}): ChildProcess {
	const env = { ...clean(), ...options.env };
	const script = join(checkout, 'src/cli/run.js');
	return spawn(process.execPath, [script, ...args], {
		cwd: checkout,
		detached: true,
		...options,
		env,
	});
}

/** Runs a command to its end; `input` is what a person types. */
export function run(
	args: readonly string[],
	options: SpawnOptions = {},
	input = '',
): Promise<Ended> {
	const child = start(args, options);
	let [stdout, stderr] = ['', ''];
	child.stdout?.on('data', (data: Buffer) => (stdout += data.toString()));
	child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
	child.stdin?.end(input);
	return new Promise((done, fail) => {
		child.on('error', fail);
		child.on('close', (code, signal) => done({ code, signal, stdout, stderr }));
	});
}

/** Ends a command and its children. */
export function stop(child: ChildProcess): void {
	if (child.pid === undefined || child.exitCode !== null) return;
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		// It has ended by itself.
	}
}

/** The environment without what steers our commands or vitest. */
function clean(): NodeJS.ProcessEnv {
	const ours =
		/^(EXHIBITION|OUT|PORT|AS_OF|CACHE|INIT_CWD|VITEST.*|NODE_ENV|NODE_OPTIONS|TEST|DEV|PROD|MODE|SSR|BASE_URL)$/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
