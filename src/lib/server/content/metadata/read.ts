import { stat } from 'node:fs/promises';
import sharp from 'sharp';
// A first frame of the reader: sizes only. To be replaced by the whole reader.
type Texts = string | Record<string, string>;
export interface Embedded {
	width: number;
	height: number;
	title?: Texts;
	caption?: Texts;
	alt?: Texts;
	description?: Texts;
	creator?: string;
	credit?: string;
	copyright?: Texts;
	keywords?: string[];
	date?: string;
	place?: { name?: string; country?: string; region?: string; city?: string };
	webStatement?: string;
	acquire?: string;
	digitalSourceType?: string;
}
export class UnreadablePicture extends Error {}
export async function readMetadata(
	file: string,
	_sidecars: readonly string[],
): Promise<{ embedded: Embedded; troubles: { file: string; message: string }[] }> {
	if ((await stat(file)).size === 0) throw new UnreadablePicture('is empty');
	const { autoOrient } = await sharp(file)
		.metadata()
		.catch(() => {
			throw new UnreadablePicture('is not a picture');
		});
	return { embedded: { ...autoOrient }, troubles: [] };
}
