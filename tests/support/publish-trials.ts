import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName } from '../../src/studio/publish/manifest.ts';
import type { SiteTarget } from '../../src/studio/publish/open-place.ts';
import type { Acquaintance } from '../../src/studio/publish/sftp-session.ts';
import { temporaryFolder } from './folder.ts';
import { contentsOf } from './site.ts';
import { hasSshd, startSshd, type Sshd } from './sshd.ts';

/** A target that is empty, and how to look at it without our code. */
export interface Trial {
	target: SiteTarget;
	known?: Acquaintance;
	/** What is there, unpacked or checked out into a folder. */
	look: () => Promise<string>;
	/** Whether something of somebody else can lie beside it. */
	isShared: boolean;
	/** Puts something of somebody else there. */
	disturb: (path: string, text: string) => Promise<void>;
}

let sshd: Promise<Sshd> | undefined;

/** Ends the server that was started for them. */
export async function endTrials(): Promise<void> {
	(await sshd)?.stop();
}

const inFolder = (folder: string) => ({
	look: async () => folder,
	isShared: true,
	disturb: (path: string, text: string) => writeFile(join(folder, path), text),
});

export async function folderTrial(): Promise<Trial> {
	const path = await temporaryFolder();
	return { target: { kind: 'folder', path }, ...inFolder(path) };
}

let count = 0;

export async function sftpTrial(): Promise<Trial> {
	const { target, knownHosts, folder } = await (sshd ??= startSshd());
	const path = join(folder, String(count++));
	await mkdir(path);
	return { target: { ...target, path }, known: { knownHosts }, ...inFolder(path) };
}

export async function zipTrial(): Promise<Trial> {
	const path = join(await temporaryFolder(), 'site.zip');
	const look = async () => {
		const folder = await temporaryFolder();
		const script = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])';
		execFileSync('python3', ['-c', script, path, folder]);
		return folder;
	};
	return {
		target: { kind: 'zip', path },
		look,
		isShared: false,
		disturb: (_, text) => writeFile(path, text),
	};
}

export async function gitTrial(): Promise<Trial> {
	const repository = join(await temporaryFolder(), 'site.git');
	execFileSync('git', ['init', '-q', '--bare', repository]);
	const look = async () => {
		const folder = await temporaryFolder();
		execFileSync('git', ['clone', '-q', '-b', 'pages', repository, join(folder, 'x')]);
		await rm(join(folder, 'x', '.git'), { recursive: true });
		return join(folder, 'x');
	};
	const disturb = async (path: string, text: string) => {
		const folder = await temporaryFolder();
		const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
		git('init', '-q', '-b', 'pages');
		git('remote', 'add', 'o', repository);
		try {
			git('pull', '-q', 'o', 'pages');
		} catch {
			// The branch is still to be made.
		}
		await writeFile(join(folder, path), text);
		git('add', '-A');
		git('-c', 'user.name=x', '-c', 'user.email=x@localhost', 'commit', '-q', '-m', 'By hand');
		git('push', '-q', 'o', 'HEAD:pages');
	};
	return { target: { kind: 'git', repository, branch: 'pages' }, look, isShared: true, disturb };
}

/** Every kind of place for a site, and whether it can be tried here. */
export const trials: [string, () => Promise<Trial>, boolean][] = [
	['a folder', folderTrial, true],
	['a zip', zipTrial, true],
	['a git branch', gitTrial, true],
	['an SFTP server', sftpTrial, hasSshd],
];

/** What a visitor gets of a build. */
export async function wantedOf(build: string): Promise<Record<string, string>> {
	return without(await contentsOf(build), ['.nigoh', '.nigoh-photos']);
}

/** What is at a target but our list. */
export async function seen(trial: Trial): Promise<Record<string, string>> {
	return without(await contentsOf(await trial.look()), [manifestName]);
}

function without(files: Record<string, string>, names: readonly string[]) {
	return Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));
}
