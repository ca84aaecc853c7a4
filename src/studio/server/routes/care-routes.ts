import type { Routes } from '../app.ts';
import * as bodies from '../bodies.ts';
import { bodyOf } from '../body.ts';
import { sealPhotos } from '../care/seal.ts';
import { withdraw } from '../care/withdraw.ts';
import type { Notices } from '../notices.ts';
import type { Place } from '../place.ts';
import { outcome } from './desk-routes.ts';

/** What protects people, and cannot be undone. */
export function careRoutes(place: Place, notices: Notices): Routes {
	return (app) => {
		app.post('/api/seal', async (c) => {
			const { photos } = await bodyOf(c, bodies.seal);
			return outcome(c, await sealPhotos(place.room, photos), notices);
		});
		app.post('/api/withdraw', async (c) => {
			const { photos = [], person, ref, erase } = await bodyOf(c, bodies.withdraw);
			const asked = { ids: photos, person, ref };
			return outcome(c, await withdraw(place.room, asked, erase), notices);
		});
	};
}
