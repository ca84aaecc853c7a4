import { afterAll, beforeAll, expect, it } from 'vitest';
import { Fingers, line } from '../../support/fingers.ts';
import { boardOf } from '../../support/studio/hand.ts';
import { openStudio, type OpenedStudio } from '../../support/studio/opened.ts';

let desk: OpenedStudio;
beforeAll(async () => {
	desk = await openStudio();
});
afterAll(() => desk?.close());

it('what a finger has covered it also moves, and chooses again', async () => {
	const hall = { viewport: { width: 1024, height: 1200 }, hasTouch: true };
	const { page, faults } = await desk.open('#/photo/sewing-machine/redact', hall);
	const { at } = await boardOf(page);
	const fingers = await Fingers.on(page);
	const list = page.locator('.side li');
	const chosen = (number: number) => list.nth(number).locator('button[aria-pressed=true]');
	const corners = () =>
		page
			.locator('.redact svg ellipse')
			.evaluateAll((all) =>
				all.map((one) => [Number(one.getAttribute('cx')), Number(one.getAttribute('cy'))]),
			);

	await fingers.draw(line(at(0.1, 0.1), at(0.3, 0.3)));
	await fingers.draw(line(at(0.6, 0.6), at(0.8, 0.8)));
	await expect.poll(() => list.count()).toBe(2);
	await chosen(1).waitFor();
	await fingers.draw(line(at(0.7, 0.7), at(0.5, 0.6)));
	await expect.poll(async () => (await corners())[1]?.[0]).toBeCloseTo(0.5, 1);
	expect((await corners())[1]?.[1]).toBeCloseTo(0.6, 1);
	expect(await list.count()).toBe(2);

	await fingers.tap(at(0.2, 0.2));
	await chosen(0).waitFor();
	// Beyond the edge it does not go.
	await fingers.draw(line(at(0.2, 0.2), at(0.01, 0.2)));
	await expect.poll(async () => (await corners())[0]?.[0]).toBeCloseTo(0.1, 1);
	await page.getByText('Everything is saved').waitFor();
	expect(faults).toEqual([]);
	await page.context().close();
});
