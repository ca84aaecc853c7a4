import type { Page } from 'playwright-core';

/** What a driven page has for its driver. */
export interface Driven {
	/** Resolves as soon as it is so; rejects after ten seconds. */
	until(what: string, isSo: () => unknown): Promise<void>;
	/** Resolves when the photo that is looked at is on the screen, and sharp. */
	sharp(): Promise<void>;
	/** Who waits for more than five seconds waits for a thousandth of it. */
	isHurried: boolean;
}

declare global {
	var driven: Driven;
}

/** Before the page is loaded. */
export const drive = (page: Page): Promise<unknown> => page.addInitScript(prepare);

/** Runs within the page. */
export function prepare(): void {
	const patience = 10_000;
	const wait = setTimeout;
	/** What came of the last touches: where each went down, and what was clicked. */
	const touches: string[] = [];
	const note = ({ type, target }: Event) => {
		const { outerHTML = 'the document' } = target as Element;
		touches.splice(0, touches.length - 5);
		touches.push(`${type} ${outerHTML.slice(0, 80)}`);
	};
	for (const type of ['pointerdown', 'pointercancel', 'click']) addEventListener(type, note, true);
	async function until(what: string, isSo: () => unknown): Promise<void> {
		const began = performance.now();
		while (!isSo()) {
			if (performance.now() - began > patience) {
				const where = `${location.pathname} ${JSON.stringify(history.state)}`;
				const [middle] = document.elementsFromPoint(innerWidth / 2, innerHeight / 2);
				const found = `at ${where}, before ${middle?.outerHTML.slice(0, 200)}`;
				throw new Error(`in vain: ${what}, ${found}, after ${touches.join(', ')}`);
			}
			await new Promise((done) => wait(done, 2));
		}
	}
	async function sharp(): Promise<void> {
		const image = () =>
			document.querySelector<HTMLImageElement>(
				'.viewer[open] .pswp__item[aria-hidden=false] img.pswp__img:not(.pswp__img--placeholder)',
			);
		await until('a sharp photo', () => image()?.complete && image()?.naturalWidth);
		await image()?.decode();
	}
	globalThis.driven = { until, sharp, isHurried: false };
	globalThis.setTimeout = ((work: TimerHandler, ms = 0, ...rest: unknown[]) =>
		wait(work, driven.isHurried && ms > 5000 ? ms / 1000 : ms, ...rest)) as typeof setTimeout;
}
