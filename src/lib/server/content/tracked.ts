import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What git knows of a content folder; undefined where there is no git, or none has the folder. */
export interface Repository {
	/** Paths below the content folder, with `/`. */
	tracked: ReadonlySet<string>;
	/** Can it be pushed anywhere? */
	hasRemote: boolean;
	/** Would git pass this path over? */
	ignores(path: string): Promise<boolean>;
}

export async function repositoryOf(root: string): Promise<Repository | undefined> {
	const git = async (...args: string[]) =>
		(await run('git', ['-C', root, ...args], { maxBuffer: 2 ** 28 })).stdout;
	try {
		const [files, remotes] = await Promise.all([git('ls-files', '-z'), git('remote')]);
		return {
			tracked: new Set(files.split('\0').filter(Boolean)),
			hasRemote: remotes.trim() !== '',
			ignores: (path) =>
				git('check-ignore', '--quiet', '--', path).then(
					() => true,
					// 128: it lies outside of what git looks at.
					({ code }: { code?: number }) => code === 128,
				),
		};
	} catch {
		return undefined;
	}
}
