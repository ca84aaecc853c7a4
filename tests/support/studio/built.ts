import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const most = { timeout: 10 * 60_000, interval: 500 };

/**
 * Presses what builds a site until one is built. A checkout builds one at a time, so a curator who is told that another
 * build runs does it again.
 *
 * @param told where the desk says what became of it
 * @param press with whatever the curator has
 */
export async function untilBuilt(
	page: Page,
	button: string,
	told: RegExp,
	press = (one: Locator) => one.click(),
): Promise<void> {
	const status = page.locator('main div[role=status]');
	const begin = page.getByRole('button', { name: button, exact: true });
	await press(begin);
	const result = async () => {
		const said = (await status.allTextContents()).join();
		if (/another build is running/.test(said)) await press(begin);
		return said;
	};
	await expect.poll(result, most).toMatch(new RegExp(`${told.source}|not done\\. (?!another)`));
	expect((await status.allTextContents()).join()).toMatch(told);
}
