import { readFile } from 'node:fs/promises';
import type { Thumbnail } from '../tables/translate/package.ts';
import { within } from './darkroom/size.ts';
import { Denied } from './denied.ts';
import type { PictureRoom } from './routes/picture-routes.ts';

const long = 160;

/** For a translator, outside of the house: covered, and only where nobody has yet to be asked. */
export async function thumbnail(
	{ seen, pictures }: PictureRoom,
	id: string,
): Promise<Thumbnail | undefined> {
	const photo = await seen.photo(id, undefined);
	if (!photo || photo.heldBack.some((reason) => /consent|minor/.test(reason))) return undefined;
	try {
		const path = await pictures.file({ photo, long, safe: true });
		return { data: await readFile(path), ...within(photo, long) };
	} catch (error) {
		// The text is sent without it.
		if (error instanceof Denied) return undefined;
		throw error;
	}
}
