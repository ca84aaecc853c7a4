import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Exhibition, Picture, Rendition } from '../lib/model.ts';

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
		async writeBundle({ dir }) {
			if (this.environment.name !== 'client' || !dir || !process.env.NIGOH_SNAPSHOT) return;
			const { photos } = JSON.parse(
				await readFile(process.env.NIGOH_SNAPSHOT, 'utf8'),
			) as Exhibition;
			const media = join(dir, 'media');
			await mkdir(media, { recursive: true });
			const files = Object.values(photos).flatMap(({ picture }) => filesOf(picture));
			for (const { name } of files) await writeFile(join(media, name), '');
		},
	};
}

function filesOf({ renditions, cover = [], tall = [], card }: Picture): Rendition[] {
	return [...renditions, ...cover, ...tall, ...(card ? [card] : [])];
}
