import type { Routes } from '../app.ts';
import * as bodies from '../bodies.ts';
import { bodyOf } from '../body.ts';
import type { Place } from '../place.ts';
import { storyPreview } from '../story-preview.ts';

/** Twice what a story may have. */
const largestStory = 4 * 2 ** 20;

export function storyRoutes(place: Place): Routes {
	return (app) => {
		app.post('/api/markdown', async (c) => {
			const asked = await bodyOf(c, bodies.markdown, largestStory);
			return c.json(storyPreview(await place.room.desk.view(), asked));
		});
	};
}
