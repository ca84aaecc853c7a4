import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { capitalHeight } from '../../../src/lib/kiosk/glass.ts';
import { axe } from '../../support/browser.ts';
import {
	attract,
	code,
	controls,
	enter,
	openGallery,
	openPhoto,
	panel,
	upright,
	viewer,
	visitHall,
	warning,
} from '../../support/kiosk-visit.ts';
import { languages } from '../../support/sample.ts';

const hall = visitHall();
const screens = { upright, lying: { width: 3840, height: 2160 } };
/** Least side of a control, in px. */
const least = 60;

/** What a hand must reach: the kiosk's own controls and those of the viewer. */
const own =
	'.attract button, .controls button, .home button, .viewer .bar button, dialog[open]:not(.viewer) button';

interface Box {
	name: string;
	width: number;
	height: number;
	/** Above the screen's lower edge, in px. */
	bottom: number;
	top: number;
}

const boxes = (page: Page) =>
	page.locator(own).evaluateAll((all): Box[] =>
		all
			.filter((one) => (one as HTMLElement).offsetParent !== null)
			.map((one) => {
				const { width, height, top, bottom } = one.getBoundingClientRect();
				const name = one.textContent?.trim() ?? '';
				return { name, width, height, top: innerHeight - top, bottom: innerHeight - bottom };
			}),
	);

/** Large enough, on the screen, and between 380 and 1220 mm above the floor. */
async function expectReached(page: Page, mm = panel): Promise<void> {
	const { width, height } = page.viewportSize()!;
	const scale = Math.min(width / mm.width_mm, height / mm.height_mm);
	const all = await boxes(page);
	expect(all.length).toBeGreaterThan(0);
	expect(all.filter((one) => Math.min(one.width, one.height) < least - 0.01)).toEqual([]);
	expect(all.filter(({ top }) => mm.bottom_mm + top / scale > 1220.5)).toEqual([]);
	expect(all.filter(({ bottom }) => mm.bottom_mm + bottom / scale < 379.5)).toEqual([]);
}

/** Height of the capitals of what is read, in mm: as the browser draws an H. */
const capitals = (page: Page) =>
	page
		.locator('main :is(p, figcaption, dd, li):visible, .viewer p:visible, .controls button')
		.evaluateAll((all) =>
			all
				.filter((one) => one.childElementCount === 0 && one.textContent?.trim())
				.map((one) => {
					const context = document.createElement('canvas').getContext('2d')!;
					const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(one);
					context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
					return context.measureText('H').actualBoundingBoxAscent;
				}),
		);

describe.each(languages)('in %s', (lang) => {
	it('every state has no violation, and its controls are large and within reach', async () => {
		const { page } = await hall.screen({}, async (one) => one.clock.install());
		const check = async () => {
			expect(await axe(page)).toEqual([]);
			await expectReached(page);
		};
		await check();
		await enter(page, lang);
		await check();
		await openGallery(page);
		await check();
		await openPhoto(page);
		await check();
		await controls(page).locator('.tools button').nth(1).tap();
		await code(page).waitFor();
		await check();
		await page.clock.fastForward(46_000);
		await warning(page).waitFor();
		await check();
		await page.context().close();
	});
});

describe.each(Object.entries(screens))('on a screen %s', (name, viewport) => {
	const glass = name === 'upright' ? panel : { ...panel, width_mm: 952, height_mm: 535 };

	it.each([false, true])(
		'capitals are as high as the distance asks, larger: %s',
		async (isLarge) => {
			const { page } = await hall.screen({ viewport }, (one) =>
				one.route('**/kioskd/setup*', async (route) => {
					const answer = await route.fetch();
					await route.fulfill({
						response: answer,
						json: { ...(await answer.json()), panel: glass },
					});
				}),
			);
			expect(await attract(page).count()).toBe(1);
			await enter(page, 'en');
			// The picture is as high as the controls leave, once their height is known.
			const room = async () => {
				const title = (await page.locator('main h1').boundingBox())!;
				return (await controls(page).boundingBox())!.y - title.y - title.height;
			};
			await expect
				.poll(room, { message: 'from the title to the controls' })
				.toBeGreaterThanOrEqual(0);
			if (isLarge) await controls(page).locator('.tools button').nth(2).tap();
			await openGallery(page);
			await openPhoto(page);
			await viewer(page).waitFor();
			const scale = viewport.width / glass.width_mm;
			const heights = (await capitals(page)).map((px) => px / scale);
			expect(heights.length).toBeGreaterThan(10);
			const needed = capitalHeight(glass.distance_mm, isLarge);
			expect(Math.min(...heights)).toBeGreaterThanOrEqual(needed - 0.05);
			await expectReached(page, glass);
			await page.context().close();
		},
	);
});

it('moves everything down for those who sit, and up over the knees where the screen hangs low', async () => {
	const { page } = await hall.screen({}, (one) =>
		one.route('**/kioskd/setup*', async (route) => {
			const answer = await route.fetch();
			const low = { ...panel, bottom_mm: 200 };
			await route.fulfill({ response: answer, json: { ...(await answer.json()), panel: low } });
		}),
	);
	await enter(page, 'en');
	await expectReached(page, { ...panel, bottom_mm: 200 });
	await page.context().close();

	const { page: high } = await hall.screen();
	await enter(high, 'en');
	await controls(high).locator('.tools button').last().tap();
	const top = await high
		.locator('header a')
		.first()
		.evaluate((one) => {
			scrollTo(0, 0);
			return innerHeight - one.getBoundingClientRect().top;
		});
	expect(panel.bottom_mm + (top * panel.width_mm) / upright.width).toBeLessThanOrEqual(1221);
	await high.context().close();
});
