import type { Context } from 'hono';
import type { Outcome } from '../../contract/operations.ts';
import type { Routes } from '../app.ts';
import * as bodies from '../bodies.ts';
import { bodyOf, queryOf } from '../body.ts';
import type { Notices } from '../notices.ts';
import type { Place } from '../place.ts';

/** A story may be long, and a table sets a field of every photo. */
const largestStep = 8 * 2 ** 20;

/** What is on the desk, and what changes it. */
export function deskRoutes(place: Place, notices: Notices): Routes {
	const answer = (c: Context, result: Outcome) => outcome(c, result, notices);
	return (app) => {
		app.get('/api/view', async (c) => c.json(await place.room.desk.view()));
		app.post('/api/change', async (c) => {
			const step = await bodyOf(c, bodies.step, largestStep);
			return answer(c, await place.room.desk.change(step));
		});
		app.post('/api/undo', async (c) => {
			await bodyOf(c, bodies.nothing);
			return answer(c, await place.room.desk.undo());
		});
		app.post('/api/redo', async (c) => {
			await bodyOf(c, bodies.nothing);
			return answer(c, await place.room.desk.redo());
		});
		app.get('/api/history', async (c) => c.json(await place.room.desk.history()));
		app.get('/api/versions', async (c) => {
			const of = queryOf(c, 'of', bodies.versioned);
			return c.json(await place.room.desk.versions(of));
		});
		app.post('/api/restore', async (c) => {
			const { of, version } = await bodyOf(c, bodies.restore);
			return answer(c, await place.room.desk.restore(of, version));
		});
		app.get('/api/notices', (c) => notices.stream(c));
	};
}

/** Tells every window what was written. */
export function outcome(c: Context, result: Outcome, notices: Notices): Response {
	if (!result.done) return c.json(result, 409);
	const { revision, alsoOutside } = result;
	notices.tell({ kind: 'changed', revision, outside: alsoOutside });
	return c.json(result);
}
