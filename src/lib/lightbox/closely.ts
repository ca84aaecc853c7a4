import type PhotoSwipe from 'photoswipe';
import type { Tiles } from '../tiles.ts';
import type { TileLayer, View } from './tile-layer.ts';

type Slide = NonNullable<PhotoSwipe['currSlide']>;

/** What one press of a key or a button does to the size, and to the place in CSS pixels. */
const zoomStep = 1.5;
const panStep = 80;

/** Fetched when somebody looks closely at a picture that has tiles. */
const load = () => import('./tile-layer.ts');

/** While it opens and closes it may be larger for a moment: as large as it hangs on the wall. */
export function isCloser({ currZoomLevel, zoomLevels, pswp }: Slide): boolean {
	return pswp.opener.isOpen && currZoomLevel > zoomLevels.initial * 1.01;
}

/** CSS pixels, where all of it is shown. */
function wholeWidth({ width, zoomLevels }: Slide): number {
	return Math.round(width * zoomLevels.initial);
}

/** Looking closely at the slide of a stage: by keys and wheel, which PhotoSwipe lacks, and with tiles. */
export class Closely {
	#layer: TileLayer | undefined;
	#wanted: View | undefined;

	constructor(
		private readonly pswp: PhotoSwipe,
		private readonly place: HTMLElement,
	) {
		pswp.on('wheel', (event) => {
			event.preventDefault();
			this.#wheel(event.originalEvent);
		});
		pswp.addFilter('srcsetSizesWidth', (width, { data, slide }) => {
			// Tiles are what gets larger then, and not the file beneath them.
			return data.tiles && slide ? Math.min(width, wholeWidth(slide)) : width;
		});
		pswp.on('zoomPanUpdate', ({ slide }) => this.#sharpen(slide));
		pswp.on('change', () => this.#leave());
		pswp.on('close', () => this.#leave());
		pswp.on('destroy', () => this.#leave());
	}

	/** @param by steps: closer where it is positive */
	zoom(by: 1 | -1): void {
		this.#zoomTo(zoomStep ** by, undefined, this.pswp.options.zoomAnimationDuration);
	}

	whole(): void {
		const { currSlide: slide, options } = this.pswp;
		slide?.zoomTo(slide.zoomLevels.initial, undefined, options.zoomAnimationDuration);
	}

	/** Whether a key was meant for it. */
	press({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
		const { currSlide: slide } = this.pswp;
		if (!slide || ctrlKey || altKey || metaKey) return false;
		if (zooms[key]) this.zoom(zooms[key]);
		else if (!isCloser(slide)) return false;
		else if (wholes.has(key)) this.whole();
		else if (pans[key]) slide.panTo(slide.pan.x + pans[key][0], slide.pan.y + pans[key][1]);
		else return false;
		return true;
	}

	#zoomTo(factor: number, point?: { x: number; y: number }, duration?: number | false): void {
		const { currSlide: slide } = this.pswp;
		slide?.zoomTo(slide.currZoomLevel * factor, point, duration);
	}

	/** About the pointer; PhotoSwipe would take the place for the window. */
	#wheel({ deltaY, deltaMode, clientX, clientY }: WheelEvent): void {
		const { left, top } = this.place.getBoundingClientRect();
		const pixels = deltaMode === WheelEvent.DOM_DELTA_PIXEL ? deltaY : deltaY * 25;
		this.#zoomTo(2 ** (-pixels / 500), { x: clientX - left, y: clientY - top });
	}

	#sharpen(slide: Slide): void {
		const { tiles, folder } = slide.data as { tiles?: Tiles; folder?: string };
		if (!tiles || folder === undefined || !isCloser(slide)) return this.#leave();
		const view = this.#viewOf(slide);
		this.#wanted = view;
		const show = ({ TileLayer }: Awaited<ReturnType<typeof load>>) => {
			if (this.#wanted !== view) return;
			this.#layer ??= new TileLayer(slide.container, tiles, folder);
			this.#layer.show(view);
		};
		// Without them the picture is there all the same.
		void load().then(show, () => undefined);
	}

	#viewOf({ pan, currZoomLevel: zoom, currentResolution, zoomLevels, width, height }: Slide): View {
		const { x, y } = this.pswp.viewportSize;
		const resolution = currentResolution || zoomLevels.initial;
		return {
			...{ left: -pan.x / zoom, top: -pan.y / zoom },
			...{ right: (x - pan.x) / zoom, bottom: (y - pan.y) / zoom },
			scale: zoom * devicePixelRatio,
			...{ width: width * resolution, height: height * resolution },
		};
	}

	#leave(): void {
		this.#wanted = undefined;
		this.#layer?.remove();
		this.#layer = undefined;
	}
}

const zooms: Readonly<Record<string, 1 | -1>> = { '+': 1, '=': 1, '-': -1, '−': -1 };
/** Keyboards of Persian and Arabic have digits of their own. */
const wholes: ReadonlySet<string> = new Set(['0', '۰', '٠', 'Escape']);
const pans: Readonly<Record<string, readonly [number, number]>> = {
	ArrowLeft: [panStep, 0],
	ArrowRight: [-panStep, 0],
	ArrowUp: [0, panStep],
	ArrowDown: [0, -panStep],
};
