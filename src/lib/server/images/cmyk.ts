import sharp, { type Sharp } from 'sharp';
import { encoded, linear } from './srgb.ts';
import { asTiff } from './tiff.ts';

/**
 * A CMYK picture on its way to sRGB. By default sharp goes through a step that turns the dark tones
 * of inks yellow; this way gives what LittleCMS does for the relative intent, and `lut` the black
 * point compensation that it adds for the perceptual one.
 */
export function fromCmyk(image: Sharp): Sharp {
	return image.pipelineColourspace('cmyk');
}

/**
 * For each value of a channel the one with black ink made black: the light that all inks together
 * still reflect is taken off, in proportion (ICC white paper 40, in linear light, where it is the
 * same for XYZ and for RGB, black being taken as neutral).
 *
 * @param icc the picture's profile; without one sharp's own for CMYK counts
 */
export async function blackPointLut(icc: Buffer | undefined): Promise<Uint8Array> {
	const inks = { width: 1, height: 1, data: new Uint8Array(4).fill(255) };
	const [r = 0, g = 0, b = 0] = await fromCmyk(sharp(asTiff(inks, 'cmyk', icc)))
		.toColourspace('srgb')
		.raw()
		.toBuffer();
	const black = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
	const mapped = (value: number) => (linear(value) - black) / (1 - black);
	return Uint8Array.from({ length: 256 }, (_, value) => encoded(Math.max(0, mapped(value))));
}
