import type { Kept } from './kept.ts';

/** What was kept, the newest first, and what of it failed. */
export interface Choices {
	kept: readonly Kept[];
	failed: readonly string[];
}

/**
 * The release to show: the one that was, else the newest that did not fail. A release that failed is
 * shown where there is no other.
 */
export function toShow({ kept, failed }: Choices, ...wanted: (string | undefined)[]) {
	const good = kept.filter(({ release }) => !failed.includes(release.id));
	const named = wanted.map((id) => good.find(({ release }) => release.id === id));
	return named.find((one) => one !== undefined) ?? good[0] ?? kept[0];
}

/** The newest that did not fail, if it is newer than what is shown. */
export function toInstall({ kept, failed }: Choices, shown: Kept | undefined): Kept | undefined {
	const newest = kept.find(({ release }) => !failed.includes(release.id));
	if (!newest || !shown) return newest;
	return newest.release.made > shown.release.made ? newest : undefined;
}

/** Of releases older than the one that is shown so many stay, to go back to. */
const older = 2;

/** What is not needed any more once the one that is shown has proved itself. */
export function toDiscard({ kept, failed }: Choices, shown: Kept): Kept[] {
	const others = kept.filter((one) => one !== shown);
	const bad = others.filter(({ release }) => failed.includes(release.id));
	const past = others.filter((one) => !bad.includes(one) && one.release.made < shown.release.made);
	return [...bad, ...past.slice(older)];
}
