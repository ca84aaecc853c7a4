import type { Region } from '../content/schema/photo.ts';
import type { Size } from './crop.ts';

/** Constant: a colour computed from the region would tell something of it. */
export const fill = '#2b2b2b';
/** Each shape grows by so much of its size: hands that draw are not exact. */
const growth = 0.15;
/** And by a pixel, so that none is covered by half. */
const rim = 1;

/**
 * The shapes that cover parts of a picture, as an SVG of the picture's size in pixels. Rectangles and
 * ellipses grow about their middle. A polygon may be hollow on a side, so it grows by an outline:
 * scaled about its middle, it would uncover there what it should cover.
 */
export function coverSvg(regions: readonly Region[], { width, height }: Size): string {
	const shapes = regions.map((region) => shape(region, width, height)).join('');
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="${fill}" stroke="${fill}" shape-rendering="crispEdges">${shapes}</svg>`;
}

/** A region's box, in fractions of the picture, and which points of it belong to its shape. */
export function outlines(region: Region) {
	const points = (region.points ?? []).map((point) => [point?.[0] ?? 0, point?.[1] ?? 0] as const);
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	const { x = Math.min(...xs), y = Math.min(...ys) } = region;
	const { w = Math.max(...xs) - x, h = Math.max(...ys) - y } = region;
	const holds = (px: number, py: number) => {
		if (region.shape === 'polygon') return isWithin(px, py, points);
		const [dx, dy] = [(px - x - w / 2) / (w / 2), (py - y - h / 2) / (h / 2)];
		return region.shape === 'ellipse'
			? dx * dx + dy * dy <= 1
			: Math.abs(dx) <= 1 && Math.abs(dy) <= 1;
	};
	return { left: x, top: y, width: w, height: h, holds };
}

/** By how often a ray to the right crosses the outline. */
function isWithin(px: number, py: number, points: readonly (readonly [number, number])[]): boolean {
	return points.reduce((inside, [x, y], index) => {
		const [ox, oy] = points.at(index - 1) ?? [x, y];
		const crosses = y > py !== oy > py && px < ((ox - x) * (py - y)) / (oy - y) + x;
		return crosses ? !inside : inside;
	}, false);
}

function shape(region: Region, width: number, height: number): string {
	if (region.shape === 'polygon') return polygon(region.points ?? [], width, height);
	const { x = 0, y = 0, w = 1, h = 1 } = region;
	const [cx, cy] = [(x + w / 2) * width, (y + h / 2) * height];
	const rx = (w / 2) * (1 + growth) * width + rim;
	const ry = (h / 2) * (1 + growth) * height + rim;
	if (region.shape === 'ellipse') {
		return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" stroke="none"/>`;
	}
	return `<rect x="${cx - rx}" y="${cy - ry}" width="${2 * rx}" height="${2 * ry}" stroke="none"/>`;
}

function polygon(points: NonNullable<Region['points']>, width: number, height: number): string {
	const pixels = points.map((point) => [(point?.[0] ?? 0) * width, (point?.[1] ?? 0) * height]);
	const extent = (axis: 0 | 1) => {
		const along = pixels.map((point) => point[axis] ?? 0);
		return Math.max(...along) - Math.min(...along);
	};
	const outline = growth * Math.max(extent(0), extent(1)) + 2 * rim;
	const corners = pixels.map((point) => point.join(',')).join(' ');
	return `<polygon points="${corners}" stroke-width="${outline}" stroke-linejoin="round"/>`;
}
