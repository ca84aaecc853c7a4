import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	closed,
	dialog,
	enter,
	ids,
	look,
	picture,
	settled,
	wall,
	type Room,
} from '../support/lightbox.ts';

let room: Room;
beforeAll(async () => {
	room = await enter();
});
afterAll(() => room?.close());

describe('the address of a picture', () => {
	it('is its page; Back closes, Forward opens again, reload shows the page', async () => {
		const { page, faults } = await room.open();
		await look(page, 'empty-platform-at-dusk');
		expect(page.url()).toBe(room.addressOf('en', 'empty-platform-at-dusk'));
		await page.goBack();
		await closed(page);
		expect(page.url()).toBe(`${room.address}en/${wall}`);
		await page.goForward();
		await settled(page);
		await dialog(page).getByRole('heading', { name: 'Empty platform at dusk' }).waitFor();
		await page.reload({ waitUntil: 'networkidle' });
		expect(await dialog(page).count()).toBe(0);
		await page.getByRole('heading', { level: 1, name: 'Empty platform at dusk' }).waitFor();
		await page.goBack();
		await page.getByRole('heading', { level: 1, name: 'The road' }).waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	});

	it('changes with the picture, and one step back is the wall', async () => {
		const { page } = await room.open();
		await look(page, ids[0]!);
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => page.url()).toBe(room.addressOf('en', ids[1]!));
		await page.getByRole('button', { name: 'Next' }).click();
		await expect.poll(() => page.url()).toBe(room.addressOf('en', ids[2]!));
		await page.getByRole('button', { name: 'Close', exact: true }).click();
		await closed(page);
		expect(page.url()).toBe(`${room.address}en/${wall}`);
		await page.context().close();
	});

	it('opens in a tab of its own where the visitor wants that', async () => {
		const { page } = await room.open();
		const opened = page.context().waitForEvent('page');
		await picture(page, ids[0]!).click({ modifiers: ['Control'] });
		const tab = await opened;
		await tab.getByRole('heading', { level: 1, name: 'Mountain road at dawn' }).waitFor();
		expect(await dialog(page).count()).toBe(0);
		await page.context().close();
	});

	it('survives Back while it still opens, and being closed twice at once', async () => {
		const { page, faults } = await room.open();
		await picture(page, ids[0]!).click();
		await dialog(page).waitFor();
		await page.goBack();
		await closed(page);
		await look(page, ids[1]!);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await closed(page);
		expect(page.url()).toBe(`${room.address}en/${wall}`);
		expect(faults).toEqual([]);
		await page.context().close();
	});
});

describe('by the keyboard', () => {
	it('opens from the title, keeps the focus within, and gives it back to the last picture', async () => {
		const { page } = await room.open();
		await page.getByRole('link', { name: 'Bag and suitcase' }).last().focus();
		await page.keyboard.press('Enter');
		await settled(page);
		for (let press = 0; press < 12; press++) {
			await page.keyboard.press('Tab');
			const where = await page.evaluate(() => {
				const { activeElement } = document;
				return activeElement === document.body || !!activeElement?.closest('dialog');
			});
			expect(where).toBe(true);
		}
		await page.keyboard.press('ArrowRight');
		await dialog(page).getByRole('heading', { name: 'Passport, ticket, coins' }).waitFor();
		await page.keyboard.press('Escape');
		await closed(page);
		const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
		expect(focused).toBe('Passport, ticket, coins');
		await page.context().close();
	});

	it('stops at both ends', async () => {
		const { page } = await room.open();
		await look(page, ids[0]!);
		expect(await page.getByRole('button', { name: 'Previous' }).isDisabled()).toBe(true);
		await page.keyboard.press('ArrowLeft');
		expect(page.url()).toBe(room.addressOf('en', ids[0]!));
		for (const id of ids.slice(1)) {
			await page.keyboard.press('ArrowRight');
			await expect.poll(() => page.url()).toBe(room.addressOf('en', id));
		}
		expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
		await page.context().close();
	});
});
