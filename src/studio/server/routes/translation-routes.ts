import type { Context } from 'hono';
import type { Routes } from '../app.ts';
import * as bodies from '../bodies.ts';
import { bodyOf, bytesOf } from '../body.ts';
import { Denied } from '../denied.ts';
import { isPlainName } from '../inside.ts';
import type { Notices } from '../notices.ts';
import type { Place } from '../place.ts';
import { Translations } from '../translations.ts';
import { outcome } from './desk-routes.ts';

/** A workbook goes out with small pictures in it. */
const largest = 64 * 2 ** 20;

/** Workbooks that come back from translators. */
export function translationRoutes(place: Place, notices: Notices): Routes {
	const translations = new Translations(place);
	return (app) => {
		app.post('/api/translations/:batch', async (c) => {
			const name = c.req.query('name') ?? '';
			if (name === '' || name.length > 400)
				throw new Denied(400, 'the workbook has no name', 'choose the file again');
			const bytes = Buffer.concat(await bytesOf(c, largest));
			return c.json(await translations.add(batchOf(c), { name, bytes }));
		});
		app.post('/api/translations/:batch/take', async (c) => {
			await bodyOf(c, bodies.nothing);
			return outcome(c, await translations.take(batchOf(c)), notices);
		});
	};
}

function batchOf(c: Context): string {
	const batch = c.req.param('batch') ?? '';
	if (isPlainName(batch)) return batch;
	throw new Denied(400, 'these workbooks have no name', 'choose the files again');
}
