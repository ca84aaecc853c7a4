import * as v from 'valibot';
import type { Review, Target } from '../../contract/publish.ts';
import type { Routes } from '../app.ts';
import { bodyOf } from '../body.ts';
import { Denied, deniedBy } from '../denied.ts';
import type { Notices } from '../notices.ts';
import type { Place, Room } from '../place.ts';

/** How a site gets to the public; `src/studio/publish` does it. */
export interface Publishing {
	targets(exhibition: Exhibition): Promise<readonly Target[]>;
	/** @param password of the person at the host; kept for as long as the studio runs, and written nowhere */
	review(exhibition: Exhibition, target: Target, password?: string): Promise<Review>;
	/** `newHost`: fingerprint of one that was never seen before. */
	publish(
		exhibition: Exhibition,
		target: Target,
		watching: Watching,
	): Promise<{ address: string; newHost?: string }>;
}

type Exhibition = Pick<Room, 'root' | 'cache'>;

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
const password = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const reviewed = v.strictObject({ target, password: v.optional(password) });
const task = 'publish';

/** @param fault told what was no mistake of a curator's */
export function publishRoutes(
	place: Place,
	notices: Notices,
	publishing: Publishing,
	fault: (error: unknown) => void,
): Routes {
	let isRunning = false;
	const run = async (exhibition: Exhibition, to: Target) => {
		const onProgress = (progress: { done: number; of: number; says: string }) =>
			notices.tell({ kind: 'progress', task, ...progress });
		const { address, newHost } = await publishing.publish(exhibition, to, { onProgress });
		const compare = newHost && ` The host is new here: ask its keeper whether it is ${newHost}.`;
		notices.tell({ kind: 'finished', task, says: `It is published.${compare ?? ''}`, address });
	};
	const fail = (error: unknown) => {
		const denied = deniedBy(error);
		if (!denied) fault(error);
		const body = denied?.body ?? { says: 'it could not be published', remedy: 'try it again' };
		notices.tell({ kind: 'failed', task, ...body });
	};
	return (app) => {
		app.get('/api/targets', async (c) => c.json(await publishing.targets(place.room)));
		app.post('/api/review', async (c) => {
			const { target: to, password: secret } = await bodyOf(c, reviewed);
			return c.json(await publishing.review(place.room, to, secret));
		});
		app.post('/api/publish', async (c) => {
			const { target: to } = await bodyOf(c, asked);
			const { room } = place;
			if (isRunning)
				throw new Denied(423, 'it is being published already', 'wait until it is done');
			isRunning = true;
			void run(room, to)
				.catch(fail)
				.finally(() => (isRunning = false));
			return c.json({ task }, 202);
		});
	};
}
