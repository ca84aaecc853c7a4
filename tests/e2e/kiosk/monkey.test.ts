import { expect, it } from 'vitest';
import { Fingers } from '../../support/fingers.ts';
import { monkey } from '../../support/monkey.ts';
import { attract, controls, visitHall } from '../../support/kiosk-visit.ts';

const hall = visitHall();
const gestures = 1000;

it('two fingers scale a page that is not guarded: else the next test would prove nothing', async () => {
	const context = await hall.browser.newContext({
		hasTouch: true,
		viewport: { width: 800, height: 800 },
	});
	const page = await context.newPage();
	await page.goto(`${hall.address}licences.txt`);
	const fingers = await Fingers.on(page);
	await fingers.pinch({ x: 400, y: 400 }, 100, 500);
	expect(await page.evaluate(() => visualViewport?.scale)).toBeGreaterThan(1);
	await context.close();
});

it(
	`${gestures} gestures of any kind, of two people too, leave the exhibition nowhere`,
	{ timeout: 20 * 60_000 },
	async () => {
		const { escapes, faults, page } = await monkey(hall, gestures, 20261126);
		expect(escapes).toEqual([]);
		expect(faults).toEqual([]);
		// Whatever is open, a visitor who starts again finds a fresh screen.
		await page.waitForTimeout(21_000);
		if ((await attract(page).count()) === 0) {
			if ((await controls(page).count()) > 0) await controls(page).locator('.again').tap();
			await attract(page).waitFor();
		}
		await page.context().close();
	},
);
