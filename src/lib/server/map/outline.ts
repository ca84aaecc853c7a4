import { geoPath, type GeoProjection } from 'd3-geo';
import type { Land } from './atlas.ts';

/** What is nearer to the last point than this, in units of the map, is left out. */
const finest = 1.5;

/**
 * Outlines of countries as one path of whole numbers, each point told from the one before: a tenth of
 * what the atlas has, and no eye sees the difference.
 */
export function outline(projection: GeoProjection, lands: readonly Land[]): string {
	const rings: [number, number][][] = [];
	const add = (x: number, y: number) => {
		const ring = rings.at(-1);
		const last = ring?.at(-1);
		const far = !last || Math.hypot(x - last[0], y - last[1]) >= finest;
		if (far) ring?.push([Math.round(x), Math.round(y)]);
	};
	const pen = {
		beginPath: () => undefined,
		moveTo: (x: number, y: number) => {
			rings.push([]);
			add(x, y);
		},
		lineTo: add,
		arc: () => undefined,
		closePath: () => undefined,
	};
	const draw = geoPath(projection, pen);
	for (const land of lands) draw(land);
	return rings
		.filter(({ length }) => length > 2)
		.map(ringPath)
		.join('');
}

function ringPath(ring: readonly [number, number][]): string {
	const steps = ring.slice(1).map(([x, y], index) => {
		const [lastX, lastY] = ring[index] ?? [0, 0];
		return `${x - lastX} ${y - lastY}`;
	});
	return `M${ring[0]?.join(' ')}l${steps.join(' ')}z`.replaceAll(' -', '-');
}
