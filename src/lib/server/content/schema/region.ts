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
	if (shape === 'polygon') return (points?.length ?? 0) >= 3;
	if (x === undefined || y === undefined || !w || !h) return false;
	return x + w <= 1 + 1e-9 && y + h <= 1 + 1e-9;
}
