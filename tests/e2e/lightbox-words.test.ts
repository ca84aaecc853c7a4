import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from '../support/browser.ts';
import { dialog, enter, ids, look, picture, type Room } from '../support/lightbox.ts';

let room: Room;
beforeAll(async () => {
	room = await enter();
});
afterAll(() => room?.close());

describe.each(['en', 'fa'])('in %s', (lang) => {
	it.each([390, 1024, 1920])(
		'the caption stands beside the picture at %i px, never over it',
		async (width) => {
			const { page, faults } = await room.open(lang, { viewport: { width, height: 900 } });
			await look(page, 'tea-by-the-train-window');
			const boxes = await page.evaluate(() => {
				const box = (selector: string) => {
					const found = [...document.querySelectorAll(selector)].filter(
						(one) => one.getBoundingClientRect().width > 0,
					);
					const { left, right, top, bottom } = found[0]!.getBoundingClientRect();
					return { left, right, top, bottom };
				};
				return {
					picture: box('.pswp__item[aria-hidden=false] .pswp__img'),
					panel: box('dialog .panel'),
				};
			});
			const { picture: shown, panel } = boxes;
			const apart =
				shown.right <= panel.left + 1 ||
				shown.left >= panel.right - 1 ||
				shown.bottom <= panel.top + 1;
			expect([apart, boxes]).toEqual([true, boxes]);
			expect(shown.left).toBeGreaterThanOrEqual(-1);
			expect(shown.right).toBeLessThanOrEqual(width + 1);
			expect(await axe(page)).toEqual([]);
			expect(faults).toEqual([]);
			await page.context().close();
		},
	);
});

describe('what is told', () => {
	it('is a dialog with a name, and which picture of how many', async () => {
		const { page } = await room.open('en');
		await look(page, ids[4]!);
		expect(await dialog(page).getAttribute('aria-modal')).toBe('true');
		expect(await dialog(page).getAttribute('aria-label')).toBe('Picture viewer');
		const live = dialog(page).locator('[aria-live=polite]');
		expect(await live.textContent()).toContain('5 of 6: Tea by the train window');
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => live.textContent()).toContain('6 of 6: Rails to the horizon');
		await page.context().close();
	});

	it('is in the language of the page, the arrows too', async () => {
		const { page } = await room.open('fa');
		await look(page, ids[0]!);
		expect(await dialog(page).getAttribute('aria-label')).toBe('نمایشگر تصویر');
		await dialog(page).getByText('۱ از ۶', { exact: true }).waitFor();
		await page.keyboard.press('ArrowLeft');
		await expect.poll(() => page.url()).toBe(room.addressOf('fa', ids[1]!));
		await page.context().close();
	});
});

describe('the stage', () => {
	it('looks closer and back by its button', async () => {
		const { page } = await room.open();
		await look(page, ids[0]!);
		const width = () =>
			page
				.locator('.pswp__item[aria-hidden=false] .pswp__img')
				.last()
				.evaluate((image) => image.getBoundingClientRect().width);
		const before = await width();
		await page.getByRole('button', { name: 'Look closer' }).click();
		await expect.poll(width).toBeGreaterThan(before * 1.2);
		await page.getByRole('button', { name: 'Whole picture' }).click();
		await expect.poll(width).toBeLessThan(before * 1.01);
		await page.context().close();
	});

	it('has the next picture ready, and leaves nothing behind', async () => {
		const { page, pictures } = await room.open();
		await look(page, ids[0]!);
		await page.waitForLoadState('networkidle');
		const before = pictures.length;
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => page.url()).toBe(room.addressOf('en', ids[1]!));
		const next = page.locator('.pswp__item[aria-hidden=false] .pswp__img').last();
		expect(await next.evaluate((image: HTMLImageElement) => image.complete)).toBe(true);
		await page.waitForLoadState('networkidle');
		// The one after it, which comes near.
		expect(pictures.length - before).toBeLessThanOrEqual(1);
		await dialog(page).getByRole('link', { name: 'Nigoh, rendered pictures' }).click();
		await page.locator('.statement').waitFor();
		expect(await page.locator('.pswp, dialog[open]').count()).toBe(0);
		await page.context().close();
	});

	it('simply appears where less motion is asked for', async () => {
		const { page } = await room.open('en', { reducedMotion: 'reduce' });
		await picture(page, ids[0]!).click();
		await dialog(page).waitFor();
		const duration = await page
			.locator('.pswp')
			.evaluate((stage: HTMLElement) => stage.style.getPropertyValue('--pswp-transition-duration'));
		expect(duration).toBe('0ms');
		await page.context().close();
	});
});
