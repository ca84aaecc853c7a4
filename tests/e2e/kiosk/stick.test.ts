import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { enter, startAgain, visitHall } from '../../support/kiosk-visit.ts';

const hall = visitHall();

/** kioskd tells this page of a stick. */
const told = (stick: string) => (page: Page) =>
	page.route('**/kioskd/setup*', async (route) => {
		const answer = await route.fetch();
		await route.fulfill({ response: answer, json: { ...(await answer.json()), stick } });
	});

async function wordsOf(lang: string | null): Promise<Record<string, string>> {
	const file = new URL(`../../../src/lib/kiosk/words/${lang}.json`, import.meta.url);
	return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
}

it.each(['read', 'wrong'])(
	'whoever brought a stick is told that it was %s, and no visitor is',
	async (stick) => {
		const { page, faults } = await hall.screen({}, told(stick));
		const note = page.locator('.attract .note');
		const words = await wordsOf(await note.getAttribute('lang'));
		expect((await note.textContent())?.trim()).toBe(words[`stick_${stick}`]);
		expect(await note.isVisible()).toBe(true);
		await enter(page, 'fa');
		expect(await page.locator('.note').count()).toBe(0);
		await startAgain(page);
		await note.waitFor();
		expect(faults).toEqual([]);
		await page.context().close();
	},
);
