import * as v from 'valibot';
import { isDay } from '../../lib/server/content/day.ts';

/** Of `release.json` and `withdrawn.json`; it goes up when a key changes its meaning or goes. */
export const format = 1;
/** Of kioskd: a release says from which on it can be served. */
export const agent = 1;
/** A release holds at most so many bytes of JSON, so that a bad source cannot fill the memory. */
export const largestList = 64 * 1024 * 1024;

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const moment = v.pipe(v.string(), v.isoTimestamp());
export const day = v.pipe(v.string(), v.check(isDay, 'must be a day such as 2028-11-03'));
/** As addresses have them; the name of a folder cannot be told from a path that leaves its own. */
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
/** Relative, with `/`, and it stays in its folder on every file system. */
export const path = v.pipe(v.string(), v.check(isInside, 'must be a path within the site'));

/** Pictures, recordings and pages of one photo: what goes when it is withdrawn. */
export const photo = v.object({
	id,
	gallery: id,
	/** The last day on which it may be shown. */
	until: v.optional(day),
	files: v.array(path),
});

export const releaseSchema = v.object({
	kind: v.literal('release'),
	format: v.literal(format),
	/** Of the content: the same files make the same id. */
	id: v.pipe(v.string(), v.regex(/^[0-9a-f]{20}$/)),
	minAgent: count,
	/** Of two releases the later is the newer. ISO 8601, UTC. */
	made: moment,
	files: v.array(v.object({ path, sha256, bytes: count })),
	galleries: v.array(id),
	photos: v.array(photo),
	/** Where the codes of its pages lead; null where they have none. Older releases do not say. */
	publicUrl: v.optional(v.nullable(v.string())),
});

export const withdrawnSchema = v.object({
	kind: v.literal('withdrawn'),
	format: v.literal(format),
	ids: v.array(id),
	/** SHA-256 of their files, for releases that knew them by other names. */
	hashes: v.array(sha256),
	/** Ids of photos that may not be shown either, until a release made later shows them again. */
	ended: v.optional(v.array(id)),
	/** ISO 8601, UTC. */
	made: v.optional(moment),
});

export type Release = v.InferOutput<typeof releaseSchema>;
export type ReleaseFile = Release['files'][number];
export type ReleasePhoto = v.InferOutput<typeof photo>;
export type Withdrawn = v.InferOutput<typeof withdrawnSchema>;

function isInside(path: string): boolean {
	if (path === '' || /[\\:\0]/.test(path)) return false;
	return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
