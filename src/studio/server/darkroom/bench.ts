import { UnreadablePicture } from '../../../lib/server/content/metadata/header.ts';
import { reasonOf } from '../../../lib/server/images/failure.ts';
import { examine } from './examine.ts';
import { onlyPhotographs } from './loaders.ts';
import { makePicture } from './make.ts';
import type { Report, Task } from './tasks.ts';

/** A photo of 120 megapixels takes less; what takes more was made to. */
const mostBytes = 2.5 * 2 ** 30;
const lookMs = 200;

/** What an apprentice does: one task after the other, until the studio lets go. Never returns. */
export function work(): Promise<number> {
	onlyPhotographs();
	const watch = setInterval(() => {
		if (process.memoryUsage.rss() > mostBytes) process.exit(70);
	}, lookMs);
	watch.unref();
	process.once('disconnect', () => process.exit());
	process.on('message', (task: Task) => {
		void reportOn(task).then((report) => process.send?.(report));
	});
	return new Promise(() => undefined);
}

async function reportOn(task: Task): Promise<Report> {
	try {
		return { made: task.do === 'picture' ? await makePicture(task) : await examine(task) };
	} catch (error) {
		const { message, code, path } = error as NodeJS.ErrnoException;
		if (error instanceof UnreadablePicture) return { reason: message };
		// Of the cache or the disk: no fault of this picture's.
		if (code !== undefined && code !== 'ENOENT') return { refused: { message, code, path } };
		return { reason: reasonOf(error as Error) };
	}
}
