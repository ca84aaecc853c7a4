/** RGB, eight bits a channel. */
export interface Pixels {
	width: number;
	height: number;
	data: Uint8Array;
}

const windowSize = 8;
const stride = 4;
const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
/** Colour counts: an encoder that throws it away would win by brightness alone. */
const weights = [6, 1, 1];

/**
 * How alike two pictures are, 1 at best: SSIM (Wang et al. 2004, mean of windows of 8 by 8 pixels)
 * over Y, Cb and Cr (BT.601, full range), weighted 6:1:1.
 */
export function score(reference: Pixels, other: Pixels): number {
	const [a, b] = [planes(reference), planes(other)];
	const { width, height } = reference;
	const sum = weights.reduce((total, weight, plane) => {
		return total + weight * ssim(a[plane]!, b[plane]!, width, height);
	}, 0);
	return sum / weights.reduce((total, weight) => total + weight);
}

function planes({ width, height, data }: Pixels): Float32Array[] {
	const [y, cb, cr] = [0, 1, 2].map(() => new Float32Array(width * height));
	for (let at = 0; at < width * height; at++) {
		const [r, g, b] = [data[3 * at]!, data[3 * at + 1]!, data[3 * at + 2]!];
		y![at] = 0.299 * r + 0.587 * g + 0.114 * b;
		cb![at] = 128 - 0.168736 * r - 0.331264 * g + 0.5 * b;
		cr![at] = 128 + 0.5 * r - 0.418688 * g - 0.081312 * b;
	}
	return [y!, cb!, cr!];
}

function ssim(a: Float32Array, b: Float32Array, width: number, height: number): number {
	let [sum, count] = [0, 0];
	for (let top = 0; top + windowSize <= height; top += stride) {
		for (let left = 0; left + windowSize <= width; left += stride) {
			sum += ofWindow(a, b, top * width + left, width);
			count++;
		}
	}
	return count > 0 ? sum / count : 1;
}

function ofWindow(a: Float32Array, b: Float32Array, start: number, width: number): number {
	let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
	for (let row = 0; row < windowSize; row++) {
		for (let at = start + row * width, end = at + windowSize; at < end; at++) {
			const x = a[at]!;
			const y = b[at]!;
			sa += x;
			sb += y;
			saa += x * x;
			sbb += y * y;
			sab += x * y;
		}
	}
	const n = windowSize * windowSize;
	const [ma, mb] = [sa / n, sb / n];
	const [va, vb, cov] = [saa / n - ma * ma, sbb / n - mb * mb, sab / n - ma * mb];
	return ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
}
