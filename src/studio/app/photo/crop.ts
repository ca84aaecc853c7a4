/** Crops that the site makes, width by height: covers of rooms, a telephone's first screen, shared links. */
export const crops = { cover: 3 / 2, tall: 4 / 5, card: 1200 / 630 } as const;

export type Focal = readonly [number, number];

/** CSS `object-position` that has the focal point as near to the middle as the picture's edges let it. */
export function positionOf(picture: number, crop: number, [x, y]: Focal): string {
	const wide = Math.min(1, crop / picture);
	const high = Math.min(1, picture / crop);
	return `${percent(x, wide)}% ${percent(y, high)}%`;
}

/** How far a window of this share of the side is moved, in percent of how far it can be. */
function percent(at: number, share: number): number {
	if (share >= 1) return 50;
	const start = Math.min(1 - share, Math.max(0, at - share / 2));
	return Math.round((start / (1 - share)) * 1000) / 10;
}

/** Moved by arrow keys, in hundredths; three digits are enough for any picture. */
export function nudged([x, y]: Focal, key: string, isFar: boolean): Focal | undefined {
	const by = isFar ? 0.05 : 0.01;
	const [dx, dy] =
		{ ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] }[key] ?? [];
	return dx === undefined || dy === undefined ? undefined : [rounded(x + dx), rounded(y + dy)];
}

export function rounded(value: number): number {
	return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
}
