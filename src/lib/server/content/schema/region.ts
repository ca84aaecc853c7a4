interface Shape {
	shape: 'rectangle' | 'ellipse' | 'polygon';
	x?: number;
	y?: number;
	w?: number;
	h?: number;
	points?: readonly (readonly number[])[];
}

/** Does a redaction name a place inside the picture? Half a shape would protect half a face. */
export function regionFits({ shape, x, y, w, h, points }: Shape): boolean {
	if (shape === 'polygon') return area(points ?? []) > 0;
	if (x === undefined || y === undefined || !w || !h) return false;
	return x + w <= 1 + 1e-9 && y + h <= 1 + 1e-9;
}

/** Of the box around the points: three of them on one spot cover nothing. */
function area(points: readonly (readonly number[])[]): number {
	if (points.length < 3) return 0;
	const [width, height] = [0, 1].map((axis) => {
		const along = points.map((point) => point[axis] ?? 0);
		return Math.max(...along) - Math.min(...along);
	});
	return (width ?? 0) * (height ?? 0);
}
