import PhotoSwipe, { type SlideData } from 'photoswipe';
import 'photoswipe/style.css';
import { isKiosk } from '../channel.ts';
import { isSaving } from '../saving.ts';
import { Closely, isCloser } from './closely.ts';
import { letGoOf } from './let-go.ts';

type Bounds = NonNullable<ReturnType<PhotoSwipe['getThumbBounds']>>;

/** So often pictures that failed are asked for again. */
const mostAgain = 20;
/** A change of place, in ms, as the look has it. */
const moveMs = 240;
/** Shorter: before it opens, PhotoSwipe waits 50 ms and more, and a tap is to be answered within 300. */
const openMs = 120;

/** What happens on the stage. */
export interface Told {
	/** Another slide was swiped or stepped to. */
	changed(index: number): void;
	/** The visitor closes it by a gesture. */
	left(): void;
	/** Nothing of it is on the screen any more. */
	closed(): void;
	zoomed(isCloser: boolean): void;
}

/**
 * The only place that knows PhotoSwipe, with `closely.ts` and `let-go.ts`: it shows slides inside an element, lets them
 * be swiped and looked at closely, and has neither words nor controls. Indices count slides from the left.
 */
export class Stage {
	#pswp: PhotoSwipe | undefined;
	#closely: Closely | undefined;
	#again = mostAgain;

	constructor(
		private readonly place: HTMLElement,
		private readonly told: Told,
	) {}

	get isOpen(): boolean {
		return this.#pswp !== undefined && !this.#pswp.isDestroying;
	}

	open(slides: SlideData[], index: number): void {
		this.destroy();
		const pswp = new PhotoSwipe({
			...options,
			...(isSaving() && { preload: [0, 0] }),
			// It has words in one language alone.
			...(isKiosk && { errorMsg: '' }),
			...{ index, dataSource: slides, appendToEl: this.place },
		});
		this.#pswp = pswp;
		pswp.options.getViewportSizeFn = () => ({
			x: this.place.clientWidth,
			y: this.place.clientHeight,
		});
		this.#measureFromItsPlace(pswp);
		this.#closely = new Closely(pswp, this.place);
		letGoOf(pswp);
		this.#listen(pswp);
		pswp.init();
		// It is neither a dialog nor a carousel: what surrounds it says what it is.
		pswp.element?.removeAttribute('role');
		pswp.scrollWrap?.removeAttribute('aria-roledescription');
	}

	show(index: number): void {
		if (this.#pswp && this.#pswp.currIndex !== index) this.#pswp.goTo(index);
	}

	/** Puts another slide in the place of one. */
	replace(index: number, slide: SlideData): void {
		const source = this.#pswp?.options.dataSource;
		if (!Array.isArray(source)) return;
		source[index] = slide;
		this.#pswp?.refreshSlideContent(index);
	}

	/** By a number of slides, to the right where it is positive. */
	step(by: 1 | -1): void {
		if (by > 0) this.#pswp?.next();
		else this.#pswp?.prev();
	}

	toggleZoom(): void {
		this.#pswp?.toggleZoom();
	}

	/** @param by steps: closer where it is positive */
	zoom(by: 1 | -1): void {
		this.#closely?.zoom(by);
	}

	close(): void {
		const pswp = this.#pswp;
		if (!pswp) return;
		// PhotoSwipe does not listen while it opens.
		if (pswp.opener.isOpening) pswp.on('openingAnimationEnd', () => pswp.close());
		else pswp.close();
	}

	/** At once, without a word. */
	destroy(): void {
		const pswp = this.#pswp;
		this.#pswp = undefined;
		// Nor does it then: it would listen to keys for ever.
		if (pswp?.opener.isOpening) pswp.on('openingAnimationEnd', () => pswp.destroy());
		else pswp?.destroy();
	}

	/** The place need not begin where the window does: PhotoSwipe takes both for the same. */
	#measureFromItsPlace(pswp: PhotoSwipe): void {
		const { left, top } = this.place.getBoundingClientRect();
		pswp.on('updateScrollOffset', () => {
			pswp.offset.x += left;
			pswp.offset.y += top;
		});
		// Against its type, there are none where a slide has no thumbnail.
		pswp.addFilter('thumbBounds', (bounds?: Bounds) =>
			bounds ? { ...bounds, x: bounds.x - left, y: bounds.y - top } : (bounds as never),
		);
	}

	/** As soon as it can be had: a kiosk's fetch waits for that, and a picture that is spoilt stays so. */
	async #retry(pswp: PhotoSwipe, index: number, src = ''): Promise<void> {
		const answer = await fetch(src).catch(() => undefined);
		if (answer?.ok && this.#pswp === pswp && this.#again-- > 0) pswp.refreshSlideContent(index);
	}

	#listen(pswp: PhotoSwipe): void {
		pswp.on('change', () => {
			if (this.#pswp !== pswp) return;
			this.told.zoomed(false);
			this.told.changed(pswp.currIndex);
		});
		// Also a stage that is taken down closes; nobody left it then.
		pswp.on('close', () => this.#pswp === pswp && this.told.left());
		pswp.on('zoomPanUpdate', ({ slide }) => this.told.zoomed(isCloser(slide)));
		pswp.on('keydown', (event) => {
			const isOurs = this.#closely?.press(event.originalEvent);
			// Escape would close the dialog around it.
			if (isOurs) event.originalEvent.preventDefault();
			if (isOurs || !steps.has(event.originalEvent.key)) event.preventDefault();
		});
		pswp.on('loadError', ({ content: { index, data } }) => void this.#retry(pswp, index, data.src));
		pswp.on('destroy', () => {
			if (this.#pswp !== pswp) return;
			this.#pswp = undefined;
			this.told.closed();
		});
	}
}

/** What PhotoSwipe may have; the others scroll the caption, or move the focus. */
const steps: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight']);

const options = {
	...{ arrowPrev: false, arrowNext: false, close: false, zoom: false, counter: false },
	...{ escKey: false, trapFocus: false, returnFocus: false, loop: false },
	...{
		showAnimationDuration: openMs,
		hideAnimationDuration: moveMs,
		zoomAnimationDuration: moveMs,
	},
	easing: 'ease-out',
	bgOpacity: 1,
	imageClickAction: 'zoom',
	tapAction: false,
	preload: [1, 1],
} satisfies ConstructorParameters<typeof PhotoSwipe>[0];
