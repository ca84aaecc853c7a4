import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Exhibition } from '../lib/model.ts';
import { filesOfPicture, recordingsIn } from './belongings.ts';

/**
 * Leaves an empty file of every planned name where Kit's crawler looks for `src` and `srcset`:
 * a picture that nobody planned still fails the build. The build replaces each by a link.
 */
export function nigoh(): Plugin {
	return {
		name: 'nigoh',
		apply: 'build',
		// Not earlier: Kit reads the configuration for its types too.
		buildStart() {
			if (process.env.NIGOH_SNAPSHOT) return;
			throw new Error('`vite build` alone has no pictures to show: use `npm run build`');
		},
		// A kiosk's page has no search, and nothing of one may be left in its code: no input, no index.
		transform: {
			filter: { id: /\/explore\/(Search|Results)\.svelte$/ },
			handler: () => ({ moduleSideEffects: false }),
		},
		async writeBundle({ dir }) {
			if (this.environment.name !== 'client' || !dir || !process.env.NIGOH_SNAPSHOT) return;
			const exhibition = JSON.parse(
				await readFile(process.env.NIGOH_SNAPSHOT, 'utf8'),
			) as Exhibition;
			const media = join(dir, 'media');
			await mkdir(media, { recursive: true });
			const photos = Object.values(exhibition.photos);
			const names = photos.flatMap(({ picture }) => filesOfPicture(picture));
			for (const name of [...names, ...recordingsIn(exhibition)])
				await writeFile(join(media, name), '');
		},
	};
}
