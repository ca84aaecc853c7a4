import type { Rendition } from '../../model.ts';
import { hashText } from '../content/hash.ts';
import type { Region } from '../content/schema/photo.ts';
import { nearness, widths, type Settings } from './settings.ts';

export interface Size {
	width: number;
	height: number;
}

/** Everything that changes a picture's pixels or bytes, apart from its source. */
export interface Recipe {
	size: Size;
	maxWidth: number;
	redact: readonly Region[];
	settings: Settings;
	/** The encoders' versions: others give other bytes. */
	encoder: string;
}

/** Never upscaled; widths just below the widest are dropped, because that serves them. */
export function planWidths(
	original: number,
	maxWidth: number,
	offered: readonly number[],
): number[] {
	const top = Math.min(original, maxWidth, Math.max(...offered));
	const smaller = offered.filter((width) => width < top * nearness);
	return [...smaller, top];
}

/**
 * The files that one photo needs, narrowest first, named by the hash of its source and recipe
 * alone: a name never changes its bytes, and says nothing of where they came from.
 *
 * @param source SHA-256 of the source's bytes, in hex
 */
export function planRenditions(source: string, recipe: Recipe): Rendition[] {
	const key = hashText(JSON.stringify([source, recipe, widths])).slice(0, 20);
	return (['avif', 'jpg'] as const).flatMap((format) =>
		planWidths(recipe.size.width, recipe.maxWidth, widths[format]).map((width) => ({
			name: `${key}-${width}.${format}`,
			format,
			width,
			height: Math.max(1, Math.round((width * recipe.size.height) / recipe.size.width)),
		})),
	);
}
