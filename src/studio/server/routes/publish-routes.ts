import * as v from 'valibot';
import type { Review, Target } from '../../contract/publish.ts';
import type { Routes } from '../app.ts';
import { bodyOf } from '../body.ts';
import { Denied, deniedBy } from '../denied.ts';
import type { Notices } from '../notices.ts';
import type { Place } from '../place.ts';

/** How a site gets to the public; `src/studio/publish` does it. */
export interface Publishing {
	targets(folder: string): Promise<readonly Target[]>;
	review(folder: string, target: Target): Promise<Review>;
	publish(folder: string, target: Target, watching: Watching): Promise<{ address: string }>;
}

interface Watching {
	onProgress(progress: { done: number; of: number; says: string }): void;
}

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(1000), v.regex(/^\P{Cc}+$/u));
/** What begins with a hyphen would be taken for a flag by the programs that go there. */
const word = v.pipe(text, v.regex(/^[^-]/));
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));
const target: v.GenericSchema<unknown, Target> = v.variant('kind', [
	v.object({ kind: v.literal('folder'), path: text }),
	v.object({ kind: v.literal('zip'), path: text }),
	v.object({
		...{ kind: v.literal('sftp'), host: word, port: v.optional(port), user: word, path: text },
		key: v.optional(text),
	}),
	v.object({ kind: v.literal('git'), repository: word, branch: word }),
	v.object({ kind: v.literal('kiosk'), path: text }),
]);
const asked = v.strictObject({ target });
const task = 'publish';

/** @param fault told what was no mistake of a curator's */
export function publishRoutes(
	place: Place,
	notices: Notices,
	publishing: Publishing,
	fault: (error: unknown) => void,
): Routes {
	let isRunning = false;
	const run = async (folder: string, to: Target) => {
		const onProgress = (progress: { done: number; of: number; says: string }) =>
			notices.tell({ kind: 'progress', task, ...progress });
		const { address } = await publishing.publish(folder, to, { onProgress });
		notices.tell({ kind: 'finished', task, says: 'It is published.', address });
	};
	const fail = (error: unknown) => {
		const denied = deniedBy(error);
		if (!denied) fault(error);
		const body = denied?.body ?? { says: 'it could not be published', remedy: 'try it again' };
		notices.tell({ kind: 'failed', task, ...body });
	};
	return (app) => {
		app.get('/api/targets', async (c) => c.json(await publishing.targets(place.room.root)));
		app.post('/api/review', async (c) => {
			const { target: to } = await bodyOf(c, asked);
			return c.json(await publishing.review(place.room.root, to));
		});
		app.post('/api/publish', async (c) => {
			const { target: to } = await bodyOf(c, asked);
			const { root } = place.room;
			if (isRunning)
				throw new Denied(423, 'it is being published already', 'wait until it is done');
			isRunning = true;
			void run(root, to)
				.catch(fail)
				.finally(() => (isRunning = false));
			return c.json({ task }, 202);
		});
	};
}
