import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeDurably, type Disk } from '../durable.ts';
import { goneSchema, nothingGone } from './gone.ts';
import { placesIn } from './layout.ts';

const releaseId = v.string();

/** What a store remembers over restarts: each has its file below `state/`. */
const kinds = {
	withdrawn: { schema: goneSchema, empty: nothingGone },
	/** Releases that failed their probation: never to be shown again. */
	failed: { schema: v.object({ ids: v.array(releaseId) }), empty: { ids: [] } },
	/** The release that has still to prove itself, and the one to go back to. */
	probation: {
		schema: v.object({
			id: v.optional(releaseId),
			before: v.optional(releaseId),
			/** How often it was begun: a release that makes the device restart has failed too. */
			starts: v.number(),
		}),
		empty: { starts: 0 },
	},
	/** The last file that was looked at. */
	scrub: { schema: v.object({ after: v.string() }), empty: { after: '' } },
} satisfies Record<string, { schema: v.GenericSchema; empty: object }>;

type Kinds = { [K in keyof typeof kinds]: v.InferOutput<(typeof kinds)[K]['schema']> };

/** A file that is missing or cannot be read counts as empty: a kiosk has to start. */
export async function readState<K extends keyof Kinds>(root: string, kind: K): Promise<Kinds[K]> {
	const { schema, empty } = kinds[kind];
	try {
		const text = await readFile(join(placesIn(root).state, `${kind}.json`), 'utf8');
		return v.parse(schema as v.GenericSchema, JSON.parse(text)) as Kinds[K];
	} catch {
		return empty as Kinds[K];
	}
}

export async function writeState<K extends keyof Kinds>(
	root: string,
	kind: K,
	value: Kinds[K],
	disk?: Disk,
): Promise<void> {
	const path = join(placesIn(root).state, `${kind}.json`);
	await writeDurably(path, `${JSON.stringify(value)}\n`, disk);
}
