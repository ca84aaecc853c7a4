import { dirname } from 'node:path';
import { exists } from '../content/exists.ts';
import { mostSeconds } from './settings.ts';

const ofTheSystem = /^(ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EMFILE|ENFILE|ENOMEM|ENOTDIR|EEXIST)$/;

/**
 * What is wrong with one picture. A full disk, a folder that may not be written or one that vanished
 * concerns the build: that is passed on, and ends it.
 */
export function ofThisPicture(file: string) {
	return async (error: NodeJS.ErrnoException): Promise<{ reason: string }> => {
		const { code = '', path = file } = error;
		// Of another file: the cache, whose trouble is not this picture's.
		if (ofTheSystem.test(code) || (code && path !== file)) throw error;
		const folder = dirname(file);
		const isGone = !(await exists(file)) && !(await exists(folder));
		if (isGone) throw Object.assign(error, { code: 'ENOENT', path: folder });
		return { reason: (await exists(file)) ? reasonOf(error) : vanished };
	};
}

const vanished = 'vanished while the pictures were made';

const reasons: readonly [pattern: RegExp, reason: string][] = [
	[/exceeds pixel limit/, 'has more than 120 megapixels'],
	[/^timeout/, `took longer than ${mostSeconds} seconds to decode`],
	[/HEI[CF]|hevc/i, 'is HEIC that cannot be decoded; export it as JPEG'],
];

/** Why a picture could not be made, for a curator; it goes on after the file's name. */
export function reasonOf(error: Error | undefined): string {
	const { code, message = '' } = (error ?? {}) as NodeJS.ErrnoException;
	if (code === 'ENOENT') return vanished;
	const known = reasons.find(([pattern]) => pattern.test(message));
	return known?.[1] ?? 'is damaged and cannot be decoded';
}

/** What is said of a file that ended the process which decoded it. */
export const fatal = 'ends the program that decodes it; export it anew';
