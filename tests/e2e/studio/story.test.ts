import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inspect } from '../../support/studio/inspected.ts';
import { openStudio, type OpenedStudio } from '../../support/studio/opened.ts';

let desk: OpenedStudio;
beforeAll(async () => {
	desk = await openStudio();
});
afterAll(() => desk?.close());

const saidIn = (file: string) =>
	readFile(join(desk.folder, 'stories', file), 'utf8').catch(() => '');

it('writes a story for somebody who has never seen what stands above it in the file', async () => {
	const { page, faults } = await desk.open('#/stories');
	await page.getByLabel('Title').fill('The tea: a film');
	await page.getByRole('button', { name: 'Begin' }).click();
	await page.getByLabel('Summary').fill('Two evenings, # one tea.');
	await page.getByLabel('Kind').selectOption('event');
	await page.getByLabel('Begins on').fill('2026-12-05');
	await page.getByLabel('Where').fill('Dushanbe, the tea house');
	await page.getByLabel('Written by').pressSequentially('Nigora, 34');
	const text = page.getByRole('textbox', { name: 'Text', exact: true });
	expect(await text.inputValue()).toBe('');
	await text.fill('There was tea.');
	await page.getByRole('button', { name: 'Insert a photo' }).click();
	await page.getByRole('dialog').getByLabel('Search').fill('bread');
	await page.getByRole('dialog').locator('li button').first().click();
	await page.getByLabel('Draft: nobody outside sees it').uncheck();
	await page.locator('.reading').getByText('There was tea.').waitFor();
	await page.getByText('Everything is saved').waitFor();
	expect(await saidIn('the-tea-a-film.en.md')).toBe(`---
title: "The tea: a film"
kind: event
summary: "Two evenings, # one tea."
event: { starts: 2026-12-05, place: "Dushanbe, the tea house" }
byline: { written_by: "Nigora, 34" }
---

There was tea.

::photo{id=bread-on-cloth size=wide}

`);
	await inspect(page);

	await page.getByRole('button', { name: 'Тоҷикӣ', exact: true }).click();
	await page.getByRole('button', { name: 'Begin' }).last().click();
	await page.getByLabel('Title').last().fill('Чой: филм');
	await page.getByText('Everything is saved').waitFor();
	expect(await saidIn('the-tea-a-film.tg.md')).toContain('title: "Чой: филм"');
	expect(faults).toEqual([]);
	await page.context().close();
});

it('changes a line of what is said of a story, and nothing else of its file', async () => {
	const { page } = await desk.open('#/stories/four-days-by-train');
	const before = await saidIn('four-days-by-train.en.md');
	await page.getByLabel('Date').fill('2026-09');
	await page.getByText('Everything is saved').waitFor();
	await expect
		.poll(() => saidIn('four-days-by-train.en.md'))
		.toBe(before.replace(/^date: .*$/m, 'date: 2026-09'));
	await page.getByText('All of this as it stands in the file').click();
	const front = page.getByRole('textbox', { name: 'All of this as it stands in the file' });
	await front.press('End');
	await front.pressSequentially(' o');
	expect(await front.isVisible()).toBe(true);
	await front.fill('title: "Four');
	await expect.poll(() => page.getByLabel('Summary').count()).toBe(0);
	await page.locator('.warned').first().waitFor();
	await page.context().close();
});
