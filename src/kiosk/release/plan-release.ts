import { createHash } from 'node:crypto';
import { agent, format, type Release, type ReleaseFile, type Withdrawn } from './format.ts';
import type { ReleaseIndex } from './index-file.ts';
import { Refusal } from '../../vite/refusal.ts';

/** What earlier releases said. */
export interface Earlier {
	releases: readonly Release[];
	lists: readonly Withdrawn[];
}

/**
 * The release of a build. Its id comes of its content alone.
 *
 * @param now ISO 8601; the release is later than the earlier ones even where a clock went wrong
 */
export function planRelease(
	files: readonly ReleaseFile[],
	{ photos, galleries, publicUrl }: ReleaseIndex,
	{ releases, lists }: Earlier,
	now: string,
): Release {
	const content = {
		files: [...files].sort(byPath),
		...{ galleries, photos },
		...(publicUrl !== undefined && { publicUrl }),
	};
	const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
	const before = [...releases, ...lists].flatMap(({ made }) => made ?? []);
	const latest = Math.max(Date.parse(now), ...before.map((made) => Date.parse(made) + 1000));
	return {
		kind: 'release',
		format,
		id: hash.slice(0, 20),
		minAgent: agent,
		made: new Date(latest).toISOString(),
		...content,
	};
}

/**
 * Everything that was ever withdrawn, with the files that earlier releases had of it, and what may not
 * be shown at present.
 *
 * @throws {Refusal} where the release shows what devices have deleted for ever
 */
export function planWithdrawn(
	release: Release,
	{ withdrawn, mayReturn }: ReleaseIndex,
	{ releases, lists }: Earlier,
): Withdrawn {
	const final = withdrawn.filter((id) => !mayReturn.includes(id));
	const ids = new Set([...final, ...lists.flatMap((list) => list.ids)]);
	const told = new Set(lists.flatMap(({ hashes }) => hashes));
	const again = release.photos.find(({ id }) => ids.has(id))?.id;
	const file = release.files.find(({ sha256 }) => told.has(sha256))?.path;
	if (again ?? file) {
		const remedy = 'take it out of the exhibition, or hang it as a new photo';
		throw new Refusal(`"${again ?? file}" was withdrawn from every kiosk`, remedy, 1);
	}
	// What two photos share stays with the one that is still shown.
	const shown = new Set(release.files.map(({ sha256 }) => sha256));
	const theirs = releases.flatMap((one) => hashesOf(one, ids)).filter((hash) => !shown.has(hash));
	const here = new Set(release.photos.map(({ id }) => id));
	const ended = [...mayReturn, ...lists.flatMap((list) => list.ended ?? [])].filter(
		(id) => !here.has(id) && !ids.has(id),
	);
	return {
		...{ kind: 'withdrawn', format, made: release.made },
		...{ ids: sorted(ids), hashes: sorted([...told, ...theirs]), ended: sorted(ended) },
	};
}

function hashesOf({ files, photos }: Release, ids: ReadonlySet<string>): string[] {
	const paths = new Set(photos.filter(({ id }) => ids.has(id)).flatMap((photo) => photo.files));
	return files.filter(({ path }) => paths.has(path)).map(({ sha256 }) => sha256);
}

function sorted(values: Iterable<string>): string[] {
	return [...new Set(values)].sort();
}

function byPath(a: ReleaseFile, b: ReleaseFile): number {
	return a.path < b.path ? -1 : 1;
}
