import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { Refusal } from '../../vite/refusal.ts';
import { day, id, path } from './format.ts';

/** At the top of a build for kiosks: which of its files belong to which photo. */
export const indexName = 'kiosk.json';

export const indexSchema = v.strictObject({
	format: v.literal(1),
	galleries: v.array(id),
	photos: v.array(
		v.strictObject({
			id,
			/** The gallery of its own page. */
			gallery: id,
			/** The last day on which it may be shown. */
			until: v.optional(day),
			/** Its renditions, tiles and recordings, its pages and their `__data.json`: what goes with it. */
			files: v.array(path),
		}),
	),
	/** Ids of photos that may not be shown any more, and of which this build has nothing. */
	withdrawn: v.array(id),
	/** The address of the published site, for the codes; null where there is none. */
	publicUrl: v.optional(v.nullable(v.string())),
});

/** At the top too: all whom consent keeps from a kiosk, and those of them that a later build may show again. */
export const takenOffName = '.nigoh-taken-off';

/** What a release says itself, and has no files of. */
export const ownNames: readonly string[] = [indexName, takenOffName];

const takenOffSchema = v.strictObject({ withdrawn: v.array(id), mayReturn: v.array(id) });

export type KioskIndex = v.InferOutput<typeof indexSchema>;
/** What a release is made by. */
export type ReleaseIndex = KioskIndex & v.InferOutput<typeof takenOffSchema>;

const remedy = 'build with `npm run build -- --kiosk`';

/** @throws {Refusal} where the build is not one for kiosks */
export async function readIndex(build: string): Promise<ReleaseIndex> {
	const index = await readPart(build, indexName, indexSchema);
	const whole = { ...index, ...(await readPart(build, takenOffName, takenOffSchema)) };
	const shown = whole.photos.find(({ id }) => whole.withdrawn.includes(id));
	if (!shown) return whole;
	throw new Refusal(`${build} shows "${shown.id}", which was withdrawn`, remedy, 1);
}

async function readPart<T extends v.GenericSchema>(
	build: string,
	name: string,
	schema: T,
): Promise<v.InferOutput<T>> {
	const file = join(build, name);
	const text = await readFile(file, 'utf8').catch(() => undefined);
	if (text === undefined) throw new Refusal(`${build} has no ${name}`, remedy, 1);
	const { success, output, issues } = v.safeParse(schema, parsed(text));
	if (success) return output;
	const place = v.getDotPath(issues[0]) ?? 'it';
	throw new Refusal(`${file} is not as it should be: ${place}: ${issues[0].message}`, remedy, 1);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
