import type { Kept } from '../offline-model.ts';

export interface Choice {
	files: Kept[];
	/** Paths of what is not kept, each with the path of the same picture that is. */
	instead: Record<string, string>;
}

/**
 * Of each picture the narrowest file that fills the screen, else the widest; and everything else.
 *
 * @param pixels of the screen's longer side: it may be turned
 */
export function choose(listed: readonly Kept[], pixels: number): Choice {
	const groups = new Map<string, Kept[]>();
	for (const file of listed) {
		if (file.of === undefined) continue;
		groups.set(file.of, [...(groups.get(file.of) ?? []), file]);
	}
	const best = new Map([...groups].map(([of, files]) => [of, fitting(files, pixels)]));
	const isKept = (file: Kept) => file.of === undefined || best.get(file.of) === file;
	const left = listed.filter((file) => !isKept(file));
	return {
		files: listed.filter(isKept),
		instead: Object.fromEntries(left.map(({ path, of }) => [path, best.get(of ?? '')?.path ?? ''])),
	};
}

function fitting(files: readonly Kept[], pixels: number): Kept | undefined {
	const sorted = [...files].sort((a, b) => widthOf(a) - widthOf(b));
	return sorted.find((file) => widthOf(file) >= pixels) ?? sorted.at(-1);
}

function widthOf({ path }: Kept): number {
	return Number(/-(\d+)\.\w+$/.exec(path)?.[1] ?? 0);
}
