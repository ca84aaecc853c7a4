import { spawn } from 'node:child_process';
import { Refusal } from '../../vite/refusal.ts';
import { again } from './failures.ts';

export type Git = (args: readonly string[], input?: string) => Promise<string>;

/** Nobody is asked for a name: a curator's own name and address do not become public with the site. */
const nobody = { NAME: 'Nigoh', EMAIL: 'nigoh@localhost' };

/**
 * The git program, in a repository of its own.
 *
 * @throws {Refusal} with what git says, where it fails or is not installed
 */
export function gitIn(folder: string): Git {
	const env = { ...clean(), GIT_DIR: folder, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
	return (args, input = '') =>
		new Promise((done, fail) => {
			const child = spawn('git', args, { env });
			const out: Buffer[] = [];
			let complaint = '';
			child.stdout.on('data', (data: Buffer) => out.push(data));
			child.stderr.on('data', (data: Buffer) => (complaint = (complaint + data).slice(-4000)));
			child.on('error', (error: NodeJS.ErrnoException) =>
				fail(error.code === 'ENOENT' ? notInstalled() : error),
			);
			child.on('close', (code) =>
				code === 0 ? done(Buffer.concat(out).toString()) : fail(refusedBy(complaint)),
			);
			// One that has ended already reads nothing: that is told by its exit code.
			child.stdin.on('error', () => undefined);
			child.stdin.end(input);
		});
}

function clean(): NodeJS.ProcessEnv {
	// What a hook of the curator's own repository would set.
	const env = Object.entries(process.env).filter(([name]) => !/^GIT_(?!SSH|ASKPASS)/.test(name));
	const names = ['AUTHOR', 'COMMITTER'].flatMap((who) =>
		Object.entries(nobody).map(([what, value]) => [`GIT_${who}_${what}`, value]),
	);
	return Object.fromEntries([...env, ...names]);
}

const known: [pattern: RegExp, says: string, remedy: string][] = [
	[
		/denyCurrentBranch|checked out branch/,
		'that branch is the one somebody works on there',
		'choose a branch of its own, such as #gh-pages',
	],
	[/stale info|fetch first|non-fast-forward/, 'somebody else changed the branch meanwhile', again],
	[
		/protected branch|pre-receive hook declined|GH006/i,
		'the host does not let this branch be replaced',
		'let it be pushed with force there, or choose another branch',
	],
	[
		/Host key verification failed/,
		'the host is not known to this computer, or has another key',
		'reach it once with ssh, and compare its key',
	],
	[
		/Permission denied|could not read Username|Authentication failed|access denied/i,
		'the host does not let you in',
		'sign in with git there once, or add your key',
	],
	[
		/does not appear to be a git repository|not found|does not exist|No such file/i,
		'there is no such repository',
		'check its address',
	],
	[
		/Could not resolve host|unable to access|Connection (refused|timed out|reset)|Network is unreachable/i,
		'the host cannot be reached',
		'check the address and the line',
	],
	[/No space left|disk full/i, 'the disk is full', 'make room'],
];

function refusedBy(complaint: string): Refusal {
	const [, says, remedy] = known.find(([pattern]) => pattern.test(complaint)) ?? [];
	const last = complaint.trim().split('\n').slice(-2).join('; ');
	return new Refusal(says ?? `git says: ${last}`, remedy ?? 'mend what it tells', 1);
}

function notInstalled(): Refusal {
	return new Refusal('git is not installed', 'install it, or publish to a zip or over SFTP', 1);
}
