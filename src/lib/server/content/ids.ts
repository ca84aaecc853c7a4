import { createHash } from 'node:crypto';
import { slug, unfit } from './slug.ts';
import { groupBy } from './tree.ts';

/** Something that needs an id. `key` is unique and stays the same: its path. */
export interface Named {
	key: string;
	stem: string;
	/** The id that the curator gave. */
	id?: string;
}

/** Which of these get an id that depends on their content, so that their hash must be known. */
export function needHash(named: readonly Named[], listed: readonly string[] = []): string[] {
	const explicit = new Set(named.flatMap(({ id }) => id ?? []));
	const derived = named.filter(({ id }) => id === undefined);
	const groups = groupBy(derived, ({ stem }) => base(stem, listed) ?? '');
	return [...groups].flatMap(([id, members]) => {
		const free = id !== '' && members.length === 1 && !explicit.has(id);
		return free ? [] : members.map(({ key }) => key);
	});
}

/**
 * An id for each key. Explicit ones stay as they are. Of derived ones that collide, all take a
 * suffix from the hash of their content (files with the same content: of content and path), never
 * from their order, so that adding or removing a file changes no other's address.
 *
 * @param hashes SHA-256 in hex, for each key that {@link needHash} named
 */
export function assignIds(
	named: readonly Named[],
	hashes: ReadonlyMap<string, string>,
	listed: readonly string[] = [],
): Map<string, string> {
	const explicit = new Set(named.flatMap(({ id }) => id ?? []));
	const derived = named.filter(({ id }) => id === undefined);
	const candidates = new Map(
		derived.map(({ key, stem }) => [key, ladder(base(stem, listed), hashes.get(key) ?? '', key)]),
	);
	const rung = new Map(derived.map(({ key }) => [key, 0]));
	const idOf = (key: string) => candidates.get(key)?.[rung.get(key) ?? 0] ?? key;
	for (let round = 0; round < 8; round++) {
		const groups = groupBy(derived, ({ key }) => idOf(key));
		const colliding = [...groups].filter(([id, { length }]) => length > 1 || explicit.has(id));
		if (colliding.length === 0) break;
		for (const { key } of colliding.flatMap(([, members]) => members)) {
			rung.set(key, (rung.get(key) ?? 0) + 1);
		}
	}
	return new Map(named.map(({ key, id }) => [key, id ?? idOf(key)]));
}

function base(stem: string, listed: readonly string[]): string | undefined {
	return unfit(stem, listed) ? undefined : slug(stem);
}

/** What an id may be, the shortest first; each collision climbs one rung. */
function ladder(id: string | undefined, hash: string, key: string): string[] {
	const mixed = createHash('sha256').update(`${hash}\n${key}`).digest('hex');
	const suffixes = [hash.slice(0, 6), mixed.slice(0, 6), mixed.slice(0, 16), mixed];
	const suffixed = suffixes.map((suffix) => `${id ?? 'p'}-${suffix}`);
	return id === undefined ? suffixed : [id, ...suffixed];
}
