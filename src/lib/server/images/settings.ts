/** How hard the encoders try. Each is a point of the table that `npm run bench -- settings` prints. */
export type Preset = 'default' | 'fast' | 'fine';

/** As sharp takes them. */
export interface AvifSettings {
	quality: number;
	effort: number;
	/** Ten bits save 3 to 8 % of the bytes at the same score, for half as much time again. */
	bitdepth: 8 | 10;
	tune: 'auto' | 'ssim';
	chromaSubsampling: '4:4:4';
}

export interface JpegSettings {
	quality: number;
	mozjpeg: boolean;
}

/** Pixels: phones at one and two device pixels, tablets, desks, walls. */
export const widths = { avif: [320, 640, 1280, 2048, 3840], jpg: [640, 1280] } as const;

/** On a wall in a hall whoever wants to look closely may: up to `max_width`, whatever that is. */
export const hallWidths = { avif: [...widths.avif, 5120, Infinity], jpg: widths.jpg } as const;

/** Crops for the entrance and the rooms, by the focal point. */
export const cover = { aspect: 3 / 2, avif: [640, 1280], jpg: [1280] } as const;

/** Crops for a telephone's first screen. Whatever knows a picture element's media knows AVIF too. */
export const tall = { aspect: 4 / 5, avif: [480, 768, 1080], jpg: [] } as const;

/** What messengers show of a shared link; some refuse more bytes. */
export const card = { width: 1200, height: 630, mostBytes: 300_000, quality: 80 } as const;

/** Tiles: the edge in pixels, and settings that do not change with how hard the encoders try. */
export const tile = { size: 512, encode: { quality: 80, mozjpeg: true } } as const;

/** The wall behind a card whose picture may not be cropped. */
export const ground = '#14120f';

/** A width this close below the original is dropped: the original's own width serves it. */
export const nearness = 0.85;

/** A third of a small AVIF would be XMP, so only these widths and wider carry it. */
export const xmpFrom = 1280;

/** A picture takes seconds; what takes longer than this was made to. */
export const mostSeconds = 120;

const jpeg: Record<Preset, JpegSettings> = {
	default: { quality: 80, mozjpeg: true },
	fast: { quality: 80, mozjpeg: false },
	fine: { quality: 80, mozjpeg: true },
};

type Trial = Pick<AvifSettings, 'effort' | 'bitdepth' | 'tune' | 'quality'>;

const trial = (effort: number, bitdepth: 8 | 10, quality: number, tune: Trial['tune'] = 'auto') => {
	return { effort, bitdepth, quality, tune };
};

/**
 * By the width up to which it holds. Chosen from the table that `npm run bench -- settings` prints; at
 * 1280 px it said (AVIF bytes at equal score and processor time, as ratios of sharp's own default,
 * which is effort 4, 8 bit, 4:4:4; the score is SSIM over Y, Cb and Cr, 6:1:1):
 *
 * | effort | 8 bit: bytes, time | 10 bit: bytes, time |
 * | ------ | ------------------ | ------------------- |
 * | 0      | 1.57, 0.05         | 1.48, 0.08          |
 * | 1      | 1.32, 0.08         | 1.22, 0.14          |
 * | 2      | 1.24, 0.13         | 1.19, 0.19          |
 * | 3      | 1.08, 0.22         | 1.03, 0.30          |
 * | 4      | 1.00, 1.00         | 0.97, 1.36          |
 *
 * Tuned for SSIM, effort 4 in 8 bit needs 0.98 of the bytes in 0.88 of the time. 4:2:0 costs 2 to 7 %
 * more bytes at equal score, so it is not used. Time goes with pixels, so small widths, for which
 * phones wait, can be tried hard.
 */
const avif: Record<Preset, readonly [upTo: number, settings: Trial][]> = {
	default: [
		[320, trial(4, 10, 50)],
		[640, trial(3, 10, 50)],
		[Infinity, trial(3, 8, 51)],
	],
	fast: [
		[640, trial(3, 10, 50)],
		[1280, trial(1, 8, 54)],
		[Infinity, trial(0, 10, 55)],
	],
	fine: [[Infinity, trial(4, 8, 50, 'ssim')]],
};

/** The options of sharp for an AVIF of this width. */
export function avifSettings(preset: Preset, width: number): AvifSettings {
	const [, chosen] = avif[preset].find(([upTo]) => width <= upTo)!;
	return { ...chosen, chromaSubsampling: '4:4:4' };
}

export function jpegSettings(preset: Preset): JpegSettings {
	return jpeg[preset];
}
