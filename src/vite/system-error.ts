import { Refusal } from './refusal.ts';

const sentences: Record<string, [string, string]> = {
	ENOSPC: ['the disk is full', 'make room and run the command again; what was there stays'],
	EDQUOT: ['the disk quota is used up', 'make room and run the command again'],
	EACCES: ['may not be read or written', 'check who may write there, or choose another folder'],
	EPERM: ['may not be changed', 'check who may write there, or choose another folder'],
	EROFS: ['is on a disk that cannot be written', 'choose another folder'],
	ENOENT: ['vanished while it was used', 'put it back and run the command again'],
	ENOTDIR: ['is a file where a folder is needed', 'move it away, or choose another folder'],
	EBUSY: ['is in use', 'close what uses it, or choose another folder'],
	EXDEV: ['lies on another disk than what is beside it', 'choose another folder'],
	ENAMETOOLONG: ['has too long a name', 'choose a shorter one'],
	ELOOP: ['is a link that leads back to itself', 'mend the link'],
	EISDIR: ['is a folder where a file is needed', 'move it away'],
	ENOTEMPTY: ['is not empty', 'another program writes there: close it and run the command again'],
	ENOMEM: ['cannot be used: there is no memory left', 'close other programs'],
	ENFILE: ['cannot be opened: too many files are open', 'close other programs'],
	EMFILE: ['cannot be opened: too many files are open', 'close other programs, or raise the limit'],
	EIO: ['cannot be read or written: the disk reports an error', 'check the disk'],
	EADDRINUSE: ['is in use by another program', 'choose another with --port N'],
};

/** What the system refused, as a sentence; undefined where the mistake is ours. */
export function systemRefusal(error: unknown): Refusal | undefined {
	const { code, path, port } = (error ?? {}) as NodeJS.ErrnoException & { port?: number };
	const known = code === undefined ? undefined : sentences[code];
	if (!known) return undefined;
	const what = path ?? (port === undefined ? 'a file' : `port ${port}`);
	if (code === 'EACCES' && port !== undefined) {
		return new Refusal(`port ${port} may not be used`, 'choose another with --port N', 1);
	}
	const [says, remedy] = known;
	const named = code === 'ENOSPC' || code === 'EDQUOT' ? says : `${what} ${says}`;
	return new Refusal(named, remedy, 1);
}

/** Finds in what a process printed why the system let it down, and at which file. */
export function refusedIn(output: string): { code?: string; path?: string } {
	const { groups = {} } =
		/\b(?<code>E[A-Z]{2,12}): [^\n']*?(?:'(?<path>[^'\n]+)'|$)/m.exec(output) ?? {};
	return groups.code && groups.code in sentences ? groups : {};
}
