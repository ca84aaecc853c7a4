import type { Rendition } from '$lib/model';

/** Before the screen is known. */
const unknown = 1280;

/**
 * The one rendition that a kiosk shows, whose screen never changes: the narrowest AVIF that is as wide as what it is
 * shown in, or the widest. Chromium lets a document hold every image with `srcset` that was ever in it, with its
 * page, and a kiosk goes on for weeks.
 *
 * @param sizes as in HTML: conditions and lengths
 */
export function ofScreen(renditions: readonly Rendition[], sizes: string): Rendition | undefined {
	const files = renditions.filter(({ format }) => format === 'avif');
	const needed = typeof document === 'undefined' ? unknown : inPixels(sizes) * devicePixelRatio;
	return files.find(({ width }) => width >= needed) ?? files.at(-1);
}

const known = new Map<string, number>();

/** What `sizes` comes to on this screen. */
function inPixels(sizes: string): number {
	const key = `${sizes} ${innerWidth} ${innerHeight}`;
	const before = known.get(key);
	if (before !== undefined) return before;
	const px = Math.floor(measured(lengthIn(sizes)));
	known.set(key, px);
	return px;
}

/** The first length whose condition holds; commas between parentheses belong to it. */
function lengthIn(sizes: string): string {
	const parts = sizes.split(/,(?![^(]*\))/).map((part) => part.trim());
	const [length = '100vw'] = parts.flatMap((part) => {
		const [, condition, rest = part] = /^(\([^)]*\))\s+(.*)$/.exec(part) ?? [];
		return condition === undefined || matchMedia(condition).matches ? [rest] : [];
	});
	return length;
}

function measured(length: string): number {
	const probe = document.createElement('div');
	probe.style.cssText = `position: absolute; inline-size: ${length}`;
	document.body.append(probe);
	const { width } = probe.getBoundingClientRect();
	probe.remove();
	return width;
}
