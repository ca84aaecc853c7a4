import { keep } from '../../../lib/server/images/cache.ts';
import { raw, safeMaster } from '../../../lib/server/images/master.ts';
import { meanColour } from '../../../lib/server/images/render.ts';
import { lookOf } from './look.ts';
import type { PictureMade, PictureTask } from './tasks.ts';

/** From bare pixels, so that nothing of what the file says of itself comes along. */
export async function makePicture({
	file,
	cache,
	name,
	...plan
}: PictureTask): Promise<PictureMade> {
	const master = await safeMaster(file, plan);
	const data = await raw(master).jpeg({ quality: 82 }).toBuffer();
	await keep(cache, name, data);
	return { bytes: data.length, colour: await meanColour(master), look: await lookOf(master) };
}
