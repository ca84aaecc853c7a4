import { Refusal } from './refusal.ts';

const sentences: Record<string, [string, string]> = {
	ENOSPC: ['the disk is full', 'make room and run the command again; what was there stays'],
	EDQUOT: ['the disk quota is used up', 'make room and run the command again'],
	EACCES: ['may not be read or written', 'check who may write there, or choose another folder'],
	EPERM: ['may not be changed', 'check who may write there, or choose another folder'],
	EROFS: ['is on a disk that cannot be written', 'choose another folder'],
	ENOENT: ['vanished while it was used', 'put it back and run the command again'],
	ENOTDIR: ['is a file where a folder is needed', 'move it away, or choose another folder'],
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

/** Finds in what a process printed why the system let it down. */
export function codeIn(output: string): string | undefined {
	return /\b(ENOSPC|EDQUOT|EACCES|EROFS|EMFILE|EIO)\b/.exec(output)?.[1];
}
