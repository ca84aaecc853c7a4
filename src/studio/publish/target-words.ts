import { basename, isAbsolute, resolve } from 'node:path';
import { Refusal } from '../../vite/refusal.ts';
import type { Target } from '../contract/publish.ts';

/**
 * A target as it is typed: `/media/x`, `folder:PATH`, `zip:FILE`, `sftp://user@host:port/path`,
 * `git:REPO#BRANCH` or `kiosk:PATH`; undefined where it is none of these.
 *
 * @param here paths are taken from there
 * @throws {Refusal} where it is begun and not whole
 */
export function targetFrom(text: string, here: string): Target | undefined {
	const [, kind, rest = ''] = /^(folder|zip|git|kiosk):(.*)$/s.exec(text) ?? [];
	if (text.startsWith('sftp:')) return sftpFrom(text);
	if (kind === 'git') return gitFrom(rest, here);
	if (kind && rest === '') throw unclear(text, `write it as ${kind}:PATH`);
	if (kind) return { kind: kind as 'folder' | 'zip' | 'kiosk', path: resolve(here, rest) };
	const isPath = isAbsolute(text) || /^\.{0,2}[/\\]/.test(text) || text === '.' || text === '..';
	return isPath ? { kind: 'folder', path: resolve(here, text) } : undefined;
}

/** As it could be typed. */
export function wordsOf(target: Target): string {
	if (target.kind === 'git') return `git:${target.repository}#${target.branch}`;
	if (target.kind !== 'sftp') return `${target.kind}:${target.path}`;
	const { user, host, port, path } = target;
	const name = host.includes(':') ? `[${host}]` : host;
	const [named, walked] = [encodeURIComponent(user), path.split('/').map(encodeURIComponent)];
	return `sftp://${named}@${name}${port === undefined ? '' : `:${port}`}${walked.join('/')}`;
}

/**
 * What comes from elsewhere than a command is held to the same.
 *
 * @throws {Refusal} where it could not be typed
 */
export function refuseUnsound(target: Target): void {
	targetFrom(wordsOf(target), '/');
}

/** What a target is called where nobody gave it a name. */
export function nameFor(target: Target): string {
	const words = target.kind === 'sftp' ? target.host : lastOf(target);
	return (
		words
			.toLowerCase()
			.replaceAll(/[^a-z0-9]+/g, '-')
			.replaceAll(/^-|-$/g, '') || target.kind
	);
}

function lastOf(target: Exclude<Target, { kind: 'sftp' }>): string {
	if (target.kind === 'git') return `${basename(target.repository, '.git')}-${target.branch}`;
	return basename(target.path, '.zip');
}

const sftpForm = 'write it as sftp://user@host/path, with :port behind the host where it is not 22';

function sftpFrom(text: string): Target {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	// A password in it would be kept, and shown.
	if (url?.password)
		throw unclear(text.replace(`:${url.password}@`, '@'), 'leave the password out');
	if (!url?.hostname || !url.username || url.pathname.length < 2) throw unclear(text, sftpForm);
	return {
		kind: 'sftp',
		host: url.hostname.replaceAll(/^\[|\]$/g, ''),
		port: url.port === '' ? undefined : Number(url.port),
		user: decodeURIComponent(url.username),
		path: decodeURIComponent(url.pathname).replace(/\/+$/, ''),
	};
}

function gitFrom(rest: string, here: string): Target {
	const [, repository = '', branch = ''] = /^(.*)#([^#]*)$/s.exec(rest) ?? [];
	const bare = repository.replace(/^(https?:\/\/)[^/@]*@/i, '$1');
	// Git has keepers of its own for them; in an address they would be kept, and shown.
	if (bare !== repository) throw unclear(`git:${bare}#${branch}`, 'leave name and password out');
	const isBranch =
		/^[A-Za-z0-9_][A-Za-z0-9._/-]*$/.test(branch) && !/\.\.|\/\/|\/$|\.lock$/.test(branch);
	if (repository === '' || repository.startsWith('-') || !isBranch)
		throw unclear(
			`git:${rest}`,
			'write it as git:REPOSITORY#BRANCH, such as git:/srv/site.git#gh-pages',
		);
	const isAddress =
		/^[a-z+]+:\/\/|^[^/\\]+@?[^/\\]*:(?![\\/]{0,1}$)/i.test(repository) && !isAbsolute(repository);
	return { kind: 'git', repository: isAddress ? repository : resolve(here, repository), branch };
}

function unclear(text: string, remedy: string): Refusal {
	return new Refusal(`"${text}" is not a whole target`, remedy, 2);
}
