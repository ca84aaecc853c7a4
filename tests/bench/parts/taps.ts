import type { Browser } from 'playwright-core';

/** Milliseconds from a tap until the picture stands in its place, and from a key until the next one does. */
export interface Taps {
	shown: number;
	next: number;
}

/** On a phone's screen, the lightbox being loaded and the next picture preloaded. */
export async function tap(browser: Browser, address: string): Promise<Taps> {
	const context = await browser.newContext({
		viewport: { width: 390, height: 844 },
		hasTouch: true,
	});
	const page = await context.newPage();
	await page.goto(address, { waitUntil: 'networkidle' });
	await page.waitForTimeout(1000);
	const shown = await page.evaluate(async () => {
		const link = document.querySelector<HTMLElement>('main a[data-photo]');
		const began = performance.now();
		link?.click();
		for (;;) {
			await new Promise(requestAnimationFrame);
			const slides = [...document.querySelectorAll<HTMLElement>('.pswp__item')];
			const opened = slides.length > 0 && slides.every(({ style }) => style.display === 'block');
			if (opened) return performance.now() - began;
		}
	});
	await page.waitForLoadState('networkidle');
	const next = await page.evaluate(async () => {
		const active = () =>
			document.querySelector(
				'.pswp__item[aria-hidden=false] img.pswp__img:not(.pswp__img--placeholder)',
			);
		const before = active();
		// The next picture hangs where the reader goes on.
		const key = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
		const began = performance.now();
		document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
		for (;;) {
			await new Promise(requestAnimationFrame);
			const image = active() as HTMLImageElement | null;
			if (image && image !== before && image.complete) return performance.now() - began;
		}
	});
	await context.close();
	return { shown, next };
}
