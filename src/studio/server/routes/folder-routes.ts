import { beginExhibition } from '../../../vite/begin.ts';
import type { Routes } from '../app.ts';
import * as bodies from '../bodies.ts';
import { bodyOf } from '../body.ts';
import { exhibitionIn, folderNamed } from '../folder.ts';
import type { Place } from '../place.ts';

/** Which exhibition lies on the desk. */
export function folderRoutes(place: Place): Routes {
	return (app) => {
		app.post('/api/open', async (c) => {
			const { folder } = await bodyOf(c, bodies.open);
			const { desk } = await place.open(await exhibitionIn(folder));
			return c.json(await desk.view());
		});
		app.post('/api/new', async (c) => {
			const { folder, title, languages, organisation } = await bodyOf(c, bodies.begin);
			const root = folderNamed(folder);
			await beginExhibition(root, { title, languages: languages.join(' '), organisation });
			const { desk } = await place.open(root);
			return c.json(await desk.view());
		});
	};
}
