import type { Json } from '../../contract/operations.ts';
import { isMap } from '../read.ts';

export type Point = readonly [number, number];

/** What is covered, in fractions of the upright picture, as it is written. */
export type Shape =
	| { shape: 'rectangle' | 'ellipse'; x: number; y: number; w: number; h: number; reason?: string }
	| { shape: 'polygon'; points: readonly Point[]; reason?: string };
export type Kind = Shape['shape'];

export function shapesOf(value: Json | undefined): Shape[] {
	return Array.isArray(value) ? (value as readonly Json[]).filter(isShape) : [];
}

function isShape(one: Json): one is Shape & Json {
	return (
		isMap(one) && (one.shape === 'polygon' ? Array.isArray(one.points) : typeof one.w === 'number')
	);
}

/** Four digits are a pixel of the largest picture. */
const round = (value: number) => Math.round(value * 10_000) / 10_000;
const within = (value: number) => round(Math.min(1, Math.max(0, value)));

/** From one corner to the other, whichever was first. */
export function drawn(shape: 'rectangle' | 'ellipse', [x1, y1]: Point, [x2, y2]: Point): Shape {
	const [x, y] = [within(Math.min(x1, x2)), within(Math.min(y1, y2))];
	return {
		shape,
		x,
		y,
		w: round(within(Math.max(x1, x2)) - x),
		h: round(within(Math.max(y1, y2)) - y),
	};
}

export function polygon(points: readonly Point[]): Shape {
	return { shape: 'polygon', points: points.map(([x, y]) => [within(x), within(y)]) };
}

/** In the middle, for those who draw by keys. */
export function placed(kind: Kind): Shape {
	if (kind !== 'polygon') return drawn(kind, [0.4, 0.4], [0.6, 0.6]);
	return polygon([
		[0.5, 0.4],
		[0.6, 0.5],
		[0.5, 0.6],
		[0.4, 0.5],
	]);
}

function box(one: Shape): { x: number; y: number; w: number; h: number } {
	if (one.shape !== 'polygon') return one;
	const [xs, ys] = [one.points.map(([x]) => x), one.points.map(([, y]) => y)];
	const [x, y] = [Math.min(...xs), Math.min(...ys)];
	return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

/** Is a point within its edges, the box around it? */
export function holds(one: Shape, [px, py]: Point): boolean {
	const { x, y, w, h } = box(one);
	return px >= x && px <= x + w && py >= y && py <= y + h;
}

/** Moved as a whole, and not beyond the picture. */
export function shifted(one: Shape, dx: number, dy: number): Shape {
	const { x, y, w, h } = box(one);
	const right = Math.min(1 - x - w, Math.max(-x, dx));
	const down = Math.min(1 - y - h, Math.max(-y, dy));
	if (one.shape !== 'polygon') return { ...one, x: round(x + right), y: round(y + down) };
	return {
		...one,
		points: one.points.map(([px, py]): Point => [round(px + right), round(py + down)]),
	};
}

/** Wider and higher about its middle; never to nothing. */
export function grown(one: Shape, dw: number, dh: number): Shape {
	const { x, y, w, h } = box(one);
	const least = 0.005;
	const [wide, high] = [Math.max(least, w + dw), Math.max(least, h + dh)];
	if (one.shape !== 'polygon') {
		const corner: Point = [x - (wide - w) / 2, y - (high - h) / 2];
		return { ...one, ...drawn(one.shape, corner, [corner[0] + wide, corner[1] + high]) };
	}
	const from = (value: number, middle: number, factor: number) =>
		within(middle + (value - middle) * factor);
	const [sideways, upwards] = [wide / (w || least), high / (h || least)];
	return {
		...one,
		points: one.points.map(([px, py]): Point => [
			from(px, x + w / 2, sideways),
			from(py, y + h / 2, upwards),
		]),
	};
}

const step = 0.01;

/** Arrows move, with Shift they make it larger and smaller. */
export function pressed(one: Shape, key: string, isShift: boolean): Shape | undefined {
	const [dx, dy] =
		{ ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[
			key
		] ?? [];
	if (dx === undefined || dy === undefined) return undefined;
	return isShift ? grown(one, dx, dy) : shifted(one, dx, dy);
}

/** Too small to have been meant. */
export function isDot(one: Shape): boolean {
	const { w, h } = box(one);
	return w < 0.005 || h < 0.005;
}
