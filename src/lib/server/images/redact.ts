import type { Region } from '../content/schema/photo.ts';
import type { Size } from './plan.ts';

/** Constant: a colour computed from the region would tell something of it. */
const fill = '#2b2b2b';
/** Each shape is grown by so much about its middle: hands that draw are not exact. */
const growth = 1.15;

type Point = readonly [number, number];

/** The shapes that cover parts of a picture, as an SVG of the picture's size in pixels. */
export function coverSvg(regions: readonly Region[], { width, height }: Size): string {
	const shapes = regions.map((region) => shape(region, width, height)).join('');
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="${fill}" shape-rendering="crispEdges">${shapes}</svg>`;
}

function shape(region: Region, width: number, height: number): string {
	if (region.shape === 'polygon') {
		const points = grown((region.points ?? []) as Point[]);
		return `<polygon points="${points.map(([x, y]) => `${x * width},${y * height}`).join(' ')}"/>`;
	}
	const { x = 0, y = 0, w = 1, h = 1 } = region;
	const [cx, cy] = [(x + w / 2) * width, (y + h / 2) * height];
	const [rx, ry] = [(w / 2) * growth * width, (h / 2) * growth * height];
	if (region.shape === 'ellipse') return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}"/>`;
	return `<rect x="${cx - rx}" y="${cy - ry}" width="${2 * rx}" height="${2 * ry}"/>`;
}

function grown(points: readonly Point[]): Point[] {
	const xs = points.map(([x]) => x);
	const ys = points.map(([, y]) => y);
	const middle = (of: number[]) => (Math.min(...of) + Math.max(...of)) / 2;
	const [cx, cy] = [middle(xs), middle(ys)];
	return points.map(([x, y]) => [cx + (x - cx) * growth, cy + (y - cy) * growth]);
}
