import type { Page } from 'playwright-core';
import { Fingers } from '../../support/fingers.ts';
import { drive } from '../../support/in-page.ts';
import type { Hall } from '../../support/kiosk-hall.ts';

export interface Paces {
	/** In ms, each of a sample. */
	entrance: number[];
	photo: number[];
	next: number[];
	reset: number[];
	/** Documents that were loaded meanwhile. */
	loads: number;
}

/** How fast a kiosk answers a finger, on a processor that is so many times slower. */
export async function paces(hall: Hall, samples: number, slower: number): Promise<Paces> {
	const { page } = await hall.screen({}, drive);
	const fingers = await Fingers.on(page);
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
	const told: Paces = { entrance: [], photo: [], next: [], reset: [], loads: 0 };
	page.on('request', (request) => (told.loads += Number(request.isNavigationRequest())));
	for (let sample = 0; sample < samples; sample++) {
		told.entrance.push(
			await touched(page, fingers, '.attract button', () =>
				document.querySelector('.attract') ? null : document.querySelector('main a.cover img'),
			),
		);
		await page.evaluate(async () => {
			document.querySelector<HTMLElement>('main a[href*="galleries/road/"]')?.click();
			await driven.until('a wall', () => document.querySelector('main a[data-photo] img'));
		});
		await page.waitForTimeout(500);
		told.photo.push(await touched(page, fingers, 'main a[data-photo] img', sharp));
		await page.waitForTimeout(300);
		told.next.push(await touched(page, fingers, '.viewer .arrow:enabled', sharp));
		told.reset.push(
			await touched(page, fingers, '.controls .again', () =>
				location.pathname === '/kiosk/' ? document.querySelector('.attract button') : null,
			),
		);
		await page.waitForTimeout(700);
	}
	await page.context().close();
	return told;
}

/** Runs within the page: the photo that is looked at, once it is there. */
function sharp(): Element | null {
	const slide = '.viewer[open] .pswp__item[aria-hidden=false] img.pswp__img';
	const image = document.querySelector<HTMLImageElement>(`${slide}:not(.pswp__img--placeholder)`);
	const isNew = image && image.dataset.seen === undefined;
	if (!isNew || !image.complete || image.naturalWidth === 0) return null;
	image.dataset.seen = '';
	return image;
}

/** From the finger on the glass to the frame in which it is shown, in ms. */
async function touched(
	page: Page,
	fingers: Fingers,
	selector: string,
	shown: () => Element | null,
): Promise<number> {
	const at = await page.evaluate(
		async ([selector, shown]) => {
			await driven.until(selector, () => document.querySelector(selector));
			const element = document.querySelector(selector) as Element;
			element.scrollIntoView({ block: 'center' });
			const { x, y, width, height } = element.getBoundingClientRect();
			// Given as text, for it cannot be passed otherwise.
			const find = new Function(`return (${shown})()`) as () => Element | null;
			addEventListener('pointerdown', () => watch(performance.now()), {
				once: true,
				capture: true,
			});
			const watch = (from: number) => {
				const look = () => {
					if (!find()) return requestAnimationFrame(look);
					requestAnimationFrame(() => Object.assign(window, { took: performance.now() - from }));
				};
				requestAnimationFrame(look);
			};
			return { x: x + width / 2, y: y + height / 2 };
		},
		[selector, shown.toString()] as const,
	);
	await fingers.tap(at);
	return page.evaluate(async () => {
		const told = window as { took?: number };
		await driven.until('what was touched', () => told.took !== undefined);
		const { took = 0 } = told;
		delete told.took;
		return took;
	});
}
