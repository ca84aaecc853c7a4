/** Pixels. */
export interface Size {
	width: number;
	height: number;
}

export interface Box extends Size {
	left: number;
	top: number;
}

/**
 * The largest box of an aspect ratio that fits into a picture, as near to the focal point as the
 * edges let it.
 *
 * @param size pixels; so is the result
 * @param aspect width by height
 * @param focal fractions of the picture, from its upper left corner
 */
export function cropBox(size: Size, aspect: number, focal: readonly [number, number]): Box {
	const width = Math.max(1, Math.min(size.width, Math.round(size.height * aspect)));
	const height = Math.max(1, Math.min(size.height, Math.round(size.width / aspect)));
	return {
		left: offset(size.width, width, focal[0]),
		top: offset(size.height, height, focal[1]),
		width,
		height,
	};
}

function offset(whole: number, part: number, focal: number): number {
	const centred = Math.round(focal * whole - part / 2);
	return Math.min(Math.max(centred, 0), whole - part);
}

/** The size of a picture that is to stand whole within a frame; never larger than it is. */
export function fitWithin({ width, height }: Size, frame: Size): Size {
	const scale = Math.min(1, frame.width / width, frame.height / height);
	return {
		width: Math.max(1, Math.round(width * scale)),
		height: Math.max(1, Math.round(height * scale)),
	};
}
