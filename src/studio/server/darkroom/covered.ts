import * as v from 'valibot';
import { region, type Region } from '../../../lib/server/content/schema/photo.ts';

const whole: Region = { shape: 'rectangle', x: 0, y: 0, w: 1, h: 1 };

/** What is covered on a photo. Where that cannot be read, all of it is. */
export function coveredOn(written: unknown): readonly Region[] {
	if (written === undefined || written === null) return [];
	const result = v.safeParse(v.array(region), written);
	return result.success ? result.output : [whole];
}
