import * as v from 'valibot';
import type { Context } from 'hono';
import type { Routes } from '../app.ts';
import { id } from '../bodies.ts';
import { bodyOf, limited } from '../body.ts';
import { Denied } from '../denied.ts';
import { isPlainName } from '../inside.ts';
import { addTo } from '../intake/add.ts';
import type { Intake } from '../intake/intake.ts';
import type { Notices } from '../notices.ts';
import type { Place } from '../place.ts';
import { outcome } from './desk-routes.ts';
import type { PictureRoom } from './picture-routes.ts';

/** 120 megapixels uncompressed, which is more than any camera makes. */
export const largestPhoto = 768 * 2 ** 20;

const plain = v.pipe(v.string(), v.check(isPlainName));
const add = v.strictObject({
	gallery: id,
	keys: v.pipe(v.array(plain), v.minLength(1), v.maxLength(5000)),
});

export interface IntakeRoom extends PictureRoom {
	intake: Intake;
}

/** @param most bytes of one file */
export function intakeRoutes(
	place: Place<IntakeRoom>,
	notices: Notices,
	most = largestPhoto,
): Routes {
	return (app) => {
		app.put('/api/intake/:batch/:key', async (c) => {
			const { batch, key } = { batch: plainName(c, 'batch'), key: plainName(c, 'key') };
			const name = c.req.query('name') ?? key;
			return c.json(await place.room.intake.take({ batch, key }, name, limited(c, most)));
		});
		app.post('/api/intake/:batch/add', async (c) => {
			const { gallery, keys } = await bodyOf(c, add);
			const added = await addTo({ ...place.room, notices }, plainName(c, 'batch'), gallery, keys);
			return outcome(c, added, notices);
		});
	};
}

function plainName(c: Context, part: string): string {
	const name = c.req.param(part) ?? '';
	if (isPlainName(name)) return name;
	throw new Denied(400, 'this is no name for a file on its way', 'drop the files again');
}
