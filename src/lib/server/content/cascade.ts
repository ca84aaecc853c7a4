import type { Defaults } from './schema/photo.ts';

/** Keys of one photo that may also be set for a gallery or the whole exhibition. */
export type Shared = Partial<Defaults>;

const groups = ['licence', 'place', 'date'] as const;

/**
 * Nearest first: photo, gallery, exhibition. A key that is nearer wins. `place`, `date` and
 * `licence` are completed field by field, so that a photo can name its place and leave the
 * precision to the exhibition; `credit` is taken whole, so that no photographer stands beside
 * another's copyright. Anything else is taken whole as well.
 */
export function cascade(...levels: readonly (Shared | undefined)[]): Shared {
	const given = levels.filter((level) => level !== undefined);
	const merged: Shared = Object.assign({}, ...given.toReversed());
	for (const key of groups) {
		const parts = given.map((level) => level[key]).filter((part) => part !== undefined);
		if (parts.length > 0) merged[key] = Object.assign({}, ...parts.toReversed());
	}
	return merged;
}
