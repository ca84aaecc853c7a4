import type { Panel } from './contract.ts';

/** A 43-inch screen, upright, read from 70 cm, its lower edge at 80 cm. */
const upright: Panel = { width_mm: 535, height_mm: 952, bottom_mm: 800, distance_mm: 700 };
const lying: Panel = { ...upright, width_mm: 952, height_mm: 535 };

/** Of what is read: capitals of 0.35°, and of 0.7° where it is larger (EN 301 549 5.1.4). */
const degrees = { normal: 0.35, large: 0.7 };
/** Height of the capitals of the faces, to one of the font's size; the lower of the two. */
const capital = 0.67;
/** Size of a label, to one of the root's: `--label`. */
const label = 0.9375;
/** Above the floor, in mm, what a seated person reaches (ADA 308.2.1). */
const reach = { low: 380, high: 1220 };

export interface Glass {
	/** Of the root's letters, in px. */
	letters: number;
	/** From the lower edge, in px: controls stand between. */
	low: number;
	high: number;
	/** Side of a code that a telephone reads, in px: 40 mm. */
	code: number;
	/** px to one mm. */
	scale: number;
}

/** Height of a capital, in mm. */
export function capitalHeight(distance: number, isLarge: boolean): number {
	const angle = (isLarge ? degrees.large : degrees.normal) * (Math.PI / 180);
	return 2 * distance * Math.tan(angle / 2);
}

/** @param screen in CSS px */
export function glassOf(
	screen: { width: number; height: number },
	isLarge: boolean,
	panel = screen.height >= screen.width ? upright : lying,
): Glass {
	const scale = Math.min(screen.width / panel.width_mm, screen.height / panel.height_mm);
	const needed = (capitalHeight(panel.distance_mm, isLarge) * scale) / capital / label;
	const from = (height: number) => Math.max(0, (height - panel.bottom_mm) * scale);
	return {
		letters: Math.max(isLarge ? 28 : 20, Math.ceil(needed * 10) / 10),
		low: Math.round(from(reach.low)),
		high: Math.min(screen.height, Math.round(from(reach.high))),
		code: Math.ceil(40 * scale),
		scale,
	};
}
