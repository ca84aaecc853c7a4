import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axe, watchedPage } from '../../support/browser.ts';
import { attract, upright, visitHall } from '../../support/kiosk-visit.ts';

const hall = visitHall();
const dark = (page: Page) => page.locator('.dark');
const setup = '**/kioskd/setup*';

/** A screen that does not come as far as attract. */
async function unready(prepare: (context: BrowserContext) => Promise<unknown>): Promise<Page> {
	const context = await hall.browser.newContext({ viewport: upright, hasTouch: true });
	const { page } = await watchedPage(context, hall.address);
	await prepare(context);
	await page.goto(`${hall.address}kiosk/`);
	await dark(page).waitFor();
	return page;
}

/** It covers the glass, and axe finds nothing beneath or in it. */
async function expectDark(page: Page): Promise<void> {
	const { width, height } = (await dark(page).boundingBox())!;
	expect({ width, height }).toEqual(upright);
	expect(await axe(page)).toEqual([]);
	await page.context().close();
}

it('while it starts, a screen is dark and has no violation', async () => {
	let answer = () => {};
	const asked = new Promise<void>((done) => (answer = done));
	const page = await unready((context) =>
		context.route(setup, async (route) => {
			await asked;
			await route.abort();
		}),
	);
	expect(await attract(page).count()).toBe(0);
	await expectDark(page).finally(answer);
});

it('where no picture can be shown, it is dark and has no violation', async () => {
	const page = await unready((context) => context.route('**/media/**', (route) => route.abort()));
	await page.locator('.dark.error').waitFor();
	await expectDark(page);
});

it('at night it is dark and has no violation, and a touch wakes it', async () => {
	const { page } = await hall.screen({}, async (one) => {
		await one.clock.install();
		await one.route(setup, async (route) => {
			const answer = await route.fetch();
			const json = { ...((await answer.json()) as object), isNight: true };
			await route.fulfill({ response: answer, json });
		});
	});
	await page.clock.fastForward(10 * 60_000);
	await dark(page).waitFor();
	expect(await axe(page)).toEqual([]);
	await page.touchscreen.tap(540, 960);
	await attract(page).waitFor();
	expect(await dark(page).count()).toBe(0);
	await page.context().close();
});
