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
			const exhibition = JSON.parse(
				await readFile(process.env.NIGOH_SNAPSHOT, 'utf8'),
			) as Exhibition;
			const media = join(dir, 'media');
			await mkdir(media, { recursive: true });
			const pictures = Object.values(exhibition.photos).map(({ picture }) => picture);
			const names = pictures.flatMap(filesOf).map(({ name }) => name);
			for (const name of [...names, ...recordingsIn(exhibition)])
				await writeFile(join(media, name), '');
		},
	};
}

/** Of everything that is published: photos, wall texts and stories. */
function recordingsIn({ photos, galleries, stories }: Exhibition): string[] {
	const hangings = galleries.flatMap((gallery) => gallery.hangings);
	const texts = hangings.filter((one) => one.kind === 'text');
	const told = Object.values(stories).flatMap((story) => Object.values(story.texts));
	return [
		...[...Object.values(photos), ...texts].flatMap(({ audio }) => Object.values(audio ?? {})),
		...told.flatMap(({ audio }) => audio ?? []),
	];
}

function filesOf({ renditions, cover = [], tall = [], card }: Picture): Rendition[] {
	return [...renditions, ...cover, ...tall, ...(card ? [card] : [])];
}
