/** The transfer functions of sRGB (IEC 61966-2-1): a byte as light from 0 to 1, and back. */
export function linear(value: number): number {
	const v = value / 255;
	return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}

export function encoded(light: number): number {
	const v = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
	return Math.min(255, Math.max(0, Math.round(v * 255)));
}
