import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ContentError } from '../../lib/server/content/problems.ts';
import { Refusal } from '../../vite/refusal.ts';
import { systemRefusal } from '../../vite/system-error.ts';
import type { Refused } from '../contract/server.ts';

/** What is not done, in a sentence, with the status that says so to a browser. */
export class Denied extends Error {
	override name = 'Denied';

	constructor(
		readonly status: ContentfulStatusCode,
		says: string,
		readonly remedy: string,
		/** What the answer tells besides. */
		readonly more: object = {},
	) {
		super(says);
	}

	get body(): Refused {
		return { ...this.more, says: this.message, remedy: this.remedy };
	}
}

/** What a person can mend; undefined for a mistake of ours. */
export function deniedBy(error: unknown): Denied | undefined {
	if (error instanceof Denied) return error;
	if (isSaid(error)) {
		const { says, remedy, file, line, status = 422 } = error;
		return new Denied(status, says, remedy, { file, line });
	}
	if (error instanceof Refusal) return new Denied(422, error.message, error.remedy);
	if (error instanceof ContentError) {
		const { file, line, message, remedy } = error.problem;
		return new Denied(422, `${file}, line ${line}: ${message}`, remedy);
	}
	const system = systemRefusal(error);
	if (!system) return undefined;
	const { code } = error as NodeJS.ErrnoException;
	const isFull = code === 'ENOSPC' || code === 'EDQUOT';
	return new Denied(isFull ? 507 : 503, system.message, system.remedy);
}

type Said = Refused & { file?: string; line?: number; status?: 400 };

/** Of the desk of files and of tables, each of which has its own class for it. */
function isSaid(error: unknown): error is Said {
	const { says, remedy } = (error ?? {}) as Partial<Refused>;
	return error instanceof Error && typeof says === 'string' && typeof remedy === 'string';
}

/** For a log: where it happened, without the message, which may say somebody's name. */
export function traceOf(error: unknown): string {
	const { name = 'Error', stack = '' } = error instanceof Error ? error : {};
	const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
	return [name, ...frames.slice(0, 8)].join('\n');
}
