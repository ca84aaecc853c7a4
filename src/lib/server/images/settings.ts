/** How hard the encoders try. AVIF effort decides a build's time: see each preset. */
export interface Settings {
	name: Preset;
	avif: { quality: number; effort: number };
	jpeg: { quality: number };
}

export type Preset = 'default' | 'fast' | 'fine';

/** Effort 2 costs a sixth of effort 4's time and 7 to 8 % more bytes at the same quality number. */
export const settings: Record<Preset, Settings> = {
	default: { name: 'default', avif: { quality: 55, effort: 2 }, jpeg: { quality: 80 } },
	fast: { name: 'fast', avif: { quality: 50, effort: 0 }, jpeg: { quality: 75 } },
	fine: { name: 'fine', avif: { quality: 60, effort: 4 }, jpeg: { quality: 85 } },
};

/** Pixels: phones at one and two device pixels, tablets, desks, walls. */
export const widths = { avif: [320, 640, 1280, 2048, 3840], jpg: [640, 1280] } as const;

/** A width this close below the original is dropped: the original's own width serves it. */
export const nearness = 0.85;
