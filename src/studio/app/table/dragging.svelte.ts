import type { Box, Layout } from './layout.ts';
import { dropAt, touched } from './layout.ts';
import type { Run } from './runs.ts';

/** Where something may be let go: a group's place on the screen and its layout. */
export interface Ground {
	element: HTMLElement;
	run: Run;
	layout: Layout;
}

export interface Target {
	ground: Ground;
	/** Before which of its cells. */
	at: number;
}

/** A finger that rests so long, in ms, takes up; a mouse that moves so far, in px, does. */
const restMs = 350;
const farPx = 6;
/** So near to the screen's edge, in px, the page moves along. */
const edge = 72;
const gap = 12;

export interface Hand {
	grounds(): Iterable<Ground>;
	/** Before something is taken up: it is chosen if it was not. Returns how many go along. */
	take(key: string): number;
	drop(target: Target): void;
	/** Keys within the lasso; `isOver`: it was let go. */
	lasso(keys: string[], isOver: boolean): void;
}

/**
 * Dragging by mouse, pen or finger, and the lasso. Places are reckoned from the layout, nothing is measured but
 * the corners of the groups, so that two thousand photos cost no more than two.
 */
export class Dragging {
	/** Of the pointer, from the screen's corner; undefined: nothing is dragged. */
	at = $state.raw<{ x: number; y: number }>();
	count = $state(0);
	target = $state.raw<Target>();
	box = $state.raw<Box>();
	#key: string | undefined;
	#from = { x: 0, y: 0, scroll: 0 };
	#end = new AbortController();
	#rest: ReturnType<typeof setTimeout> | undefined;
	#frame = 0;
	#isTouch = false;

	constructor(private readonly hand: Hand) {}

	/** @param key absent: beside everything, so a lasso begins */
	down(event: PointerEvent, key: string | undefined): void {
		if (event.button !== 0 || !event.isPrimary) return;
		this.#isTouch = event.pointerType === 'touch';
		if (this.#isTouch && key === undefined) return;
		this.#key = key;
		this.#from = { x: event.clientX, y: event.clientY, scroll: scrollY };
		this.#end.abort();
		this.#end = new AbortController();
		const { signal } = this.#end;
		addEventListener('pointermove', (one) => this.#moved(one), { signal });
		addEventListener('pointerup', () => this.#up(), { signal });
		addEventListener('pointercancel', () => this.cancel(), { signal });
		addEventListener('keydown', (one) => one.key === 'Escape' && this.cancel(), { signal });
		// Else the browser scrolls, and takes the finger from us.
		const still = (one: TouchEvent) => this.at && one.preventDefault();
		addEventListener('touchmove', still, { signal, passive: false });
		if (this.#isTouch) this.#rest = setTimeout(() => this.#begin(this.#from), restMs);
	}

	cancel(): void {
		clearTimeout(this.#rest);
		cancelAnimationFrame(this.#frame);
		this.#end.abort();
		this.at = this.target = this.box = undefined;
	}

	#begin(at: { x: number; y: number }): void {
		if (this.#key !== undefined) this.count = this.hand.take(this.#key);
		this.at = at;
		this.#frame = requestAnimationFrame(() => this.#follow());
	}

	#moved({ clientX: x, clientY: y }: PointerEvent): void {
		if (this.at) return void (this.at = { x, y });
		const isFar = Math.hypot(x - this.#from.x, y - this.#from.y) > farPx;
		if (!isFar) return;
		if (this.#isTouch) this.cancel();
		else this.#begin({ x, y });
	}

	/** Once a frame, however often the pointer tells. */
	#follow(): void {
		if (!this.at) return;
		const { x, y } = this.at;
		if (y < edge) scrollBy(0, (y - edge) / 4);
		if (y > innerHeight - edge) scrollBy(0, (y - innerHeight + edge) / 4);
		if (this.#key === undefined) this.#draw(x, y);
		else this.target = this.#targetAt(x, y);
		this.#frame = requestAnimationFrame(() => this.#follow());
	}

	#targetAt(x: number, y: number): Target | undefined {
		let best: Target | undefined;
		let away = Infinity;
		for (const ground of this.hand.grounds()) {
			const corner = ground.element.getBoundingClientRect();
			const distance = Math.max(corner.top - y, y - corner.bottom, 0);
			if (distance >= away) continue;
			away = distance;
			best = { ground, at: dropAt(ground.layout, ...within(corner, x, y), gap) };
		}
		return best;
	}

	#draw(x: number, y: number): void {
		const top = this.#from.y + this.#from.scroll - scrollY;
		this.box = boxOf(this.#from.x, top, x, y);
		this.hand.lasso(this.#inBox(), false);
	}

	#inBox(): string[] {
		const box = this.box;
		if (!box) return [];
		return [...this.hand.grounds()].flatMap(({ element, layout }) => {
			const corner = element.getBoundingClientRect();
			const isFromRight = document.documentElement.dir === 'rtl';
			const x = isFromRight ? corner.right - box.x - box.width : box.x - corner.left;
			return touched(layout, { ...box, x, y: box.y - corner.top });
		});
	}

	#up(): void {
		const { target } = this;
		const keys = this.#inBox();
		const isLasso = this.box !== undefined;
		const wasDragging = this.at !== undefined;
		this.cancel();
		if (isLasso) this.hand.lasso(keys, true);
		else if (wasDragging && target) this.hand.drop(target);
		if (wasDragging) swallowClick();
	}
}

/** From the inline-start corner, in both directions of writing. */
function within(corner: DOMRect, x: number, y: number): [number, number] {
	const isFromRight = document.documentElement.dir === 'rtl';
	return [isFromRight ? corner.right - x : x - corner.left, y - corner.top];
}

function boxOf(x1: number, y1: number, x2: number, y2: number): Box {
	return {
		x: Math.min(x1, x2),
		y: Math.min(y1, y2),
		width: Math.abs(x2 - x1),
		height: Math.abs(y2 - y1),
	};
}

/** The click that ends a drag chooses nothing. */
function swallowClick(): void {
	const swallow = (event: Event) => event.stopPropagation();
	addEventListener('click', swallow, { capture: true, once: true });
	setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
}
