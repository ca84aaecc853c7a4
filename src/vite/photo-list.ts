import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exhibition } from '../lib/model.ts';
import { filesOfPhoto } from './belongings.ts';

/** Beside the list of a web site's files: which of them are a photo's own, so that it can be taken off a host first. */
export const photoListName = '.nigoh-photos';

/** Paths below the site, by photo. */
export type PhotoList = Readonly<Record<string, readonly string[]>>;

export async function writePhotoList(
	site: string,
	exhibition: Exhibition,
	files: readonly string[],
): Promise<void> {
	const list: PhotoList = Object.fromEntries(
		Object.values(exhibition.photos).map((photo) => [
			photo.id,
			filesOfPhoto(photo, exhibition, files),
		]),
	);
	await writeFile(join(site, photoListName), `${JSON.stringify(list)}\n`);
}
