import { isDay } from '../../../lib/server/content/day.ts';
import type { Routes } from '../app.ts';
import * as bodies from '../bodies.ts';
import { bodyOf } from '../body.ts';
import { Denied } from '../denied.ts';
import type { Place, Room } from '../place.ts';
import type { Preview } from '../preview/preview.ts';

export interface PreviewRoom extends Room {
	preview: Preview;
}

export function previewRoutes(place: Place<PreviewRoom>): Routes {
	return (app) => {
		app.post('/api/preview', async (c) => {
			const { asOf } = await bodyOf(c, bodies.preview);
			if (asOf !== undefined && !isDay(asOf))
				throw new Denied(400, 'this is not a day', 'write it as 2026-12-01');
			place.room.preview.begin(asOf);
			return c.json({ task: 'preview' }, 202);
		});
	};
}
