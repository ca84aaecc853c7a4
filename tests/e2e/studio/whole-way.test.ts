import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { hasCorpus } from '../../support/corpus.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { contentsOf } from '../../support/site.ts';
import { hasSshd, startSshd } from '../../support/sshd.ts';
import { cell, dragBefore, tabTo, tap, touchBefore } from '../../support/studio/hands.ts';
import { studioOn, type OpenedStudio } from '../../support/studio/opened.ts';
import { madePhotographs, realPhotographs } from '../../support/studio/photographs.ts';
import { lookAt } from '../../support/studio/published.ts';
import * as way from '../../support/studio/whole-way.ts';

const most = { timeout: 15 * 60_000 };
const tajik = 'Ғӯраҳои қишлоқ, ҷӯйи ӣ';
let desk: OpenedStudio | undefined;
afterEach(async () => {
	await desk?.close();
	desk = undefined;
});

it.skipIf(!hasCorpus)('from thirty real photographs to a public site', most, async () => {
	await goes(realPhotographs(30));
});
it.skipIf(hasCorpus)('from thirty pictures to a public site', most, async () => {
	await goes(await madePhotographs(30));
});

async function goes(files: readonly string[]) {
	const folder = join(await temporaryFolder(), 'thirty');
	desk = await studioOn(folder, false);
	const { page, faults } = await desk.open('');
	await way.begin(page, folder);
	await way.bringIn(page, files);
	await expect.poll(async () => (await way.written(folder)).length).toBe(30);
	const order = await arranged(page, desk);
	await parted(page, order);
	await captioned(page, desk, order);
	await cared(page, order);
	const out = await temporaryFolder();
	await way.publishTo(page, { kind: 'folder', path: out }, 12);
	if (hasSshd) await sent(page, out);
	// Before anything was opened nothing could be looked at.
	expect(faults.filter((one) => !/404/.test(one))).toEqual([]);
	const region = (await way.written(folder)).flatMap(({ redact = [] }) => redact)[0]!;
	await lookAt(desk.browser, out, { order, tajik, covered: order[4]!, region });
}

/** Twelve of thirty hang, in an order that mouse, keys and a finger made. */
async function arranged(page: Page, { open }: OpenedStudio): Promise<string[]> {
	await cell(page, (await way.hung(page))[0]!).waitFor();
	const order = (await way.hung(page)).slice(0, 12);
	await way.show(page, order);
	await page.getByRole('button', { name: 'Select none' }).click();
	const is = () => expect.poll(async () => (await way.hung(page)).slice(0, 12)).toEqual(order);
	await dragBefore(page, order[3]!, order[0]!);
	order.unshift(...order.splice(3, 1));
	await is();
	await cell(page, order[1]!).focus();
	await page.keyboard.press('Alt+ArrowRight');
	order.splice(2, 0, ...order.splice(1, 1));
	await is();
	const hall = { viewport: { width: 1024, height: 1200 }, hasTouch: true };
	const { page: tablet } = await open('#/gallery/road', hall);
	await touchBefore(tablet, order[2]!, order[0]!);
	order.unshift(...order.splice(2, 1));
	await is();
	await tablet.context().close();
	return order;
}

/** The last four under a heading, which a wall text begins. */
async function parted(page: Page, order: readonly string[]) {
	await page.getByRole('button', { name: 'Add a section' }).click();
	await way.tell(page, 'At the border', 'Дар сарҳад');
	await page.locator('h2', { hasText: 'At the border' }).waitFor();
	for (const [at, id] of order.slice(8).entries())
		await cell(page, id)
			.locator('img')
			.click({ modifiers: at ? ['Control'] : [] });
	await page.locator('.bar').getByRole('button', { name: 'More' }).click();
	await page.getByLabel('To a section').selectOption('At the border');
	const section = page.getByRole('group', { name: 'To a section' });
	await section.getByRole('button', { name: 'Go' }).click();
	await page.getByRole('button', { name: /^Add a wall text.*At the border/ }).click();
	await way.tell(page, 'A word before the border.', tajik);
	await page.locator('.cell', { hasText: 'A word before the border.' }).waitFor();
}

/** Captions in two languages, one with a mouse, one by keys alone and one by touch; alt texts from a table. */
async function captioned(page: Page, studio: OpenedStudio, order: readonly string[]) {
	const { folder } = studio;
	const has = (text: string) =>
		expect.poll(async () => JSON.stringify(await way.written(folder))).toContain(text);
	await page.mouse.wheel(0, -100_000);
	await cell(page, order[0]!).locator('img').dblclick();
	await page.getByLabel('Caption, English').fill('With a mouse.');
	await page.getByLabel('Caption, тоҷикӣ').fill(tajik);
	await has('With a mouse.');
	await has(tajik);
	await page.goBack();
	await cell(page, order[1]!).focus();
	await page.keyboard.press('Enter');
	await page.getByLabel('Caption, English').waitFor();
	const label = () => page.evaluate(() => document.activeElement?.closest('.text')?.textContent);
	await tabTo(page, async () => /Caption, English/.test((await label()) ?? ''));
	await page.keyboard.type('By keys alone.');
	await has('By keys alone.');
	const { page: tablet } = await studio.open(`#/photo/${order[2]}`, { hasTouch: true });
	await tap(tablet, tablet.getByLabel('Caption, English'));
	await tablet.keyboard.insertText('By touch.');
	await has('By touch.');
	await tablet.context().close();
	await page.goto(`${studio.origin}/#/gallery/road/text`);
	await page.locator('summary', { hasText: 'Columns' }).click();
	await page.getByLabel('Alt text').check();
	for (const other of ['Title', 'Caption']) await page.getByLabel(other, { exact: true }).uncheck();
	await page.getByRole('checkbox', { name: 'тоҷикӣ' }).uncheck();
	const alts = Array.from({ length: 30 }, (_, at) => `What is seen, ${at + 1}`);
	await way.pasteInto(page, 'sheet-0-0', alts.join('\r\n'));
	await page.getByRole('button', { name: /^Apply \d+ changes/ }).click();
	await has('What is seen, 30');
}

/** A place that is covered, and the consent of everybody at once. */
async function cared(page: Page, order: readonly string[]) {
	const { origin } = new URL(page.url());
	await page.goto(`${origin}/#/photo/${order[4]}/redact`);
	await way.cover(page);
	await page.locator('.side').getByText('1. Rectangle').waitFor();
	await page.getByRole('link', { name: 'Consent and care' }).first().click();
	await page.getByRole('button', { name: 'Select all' }).click();
	await page.getByText('Consent for 30 photos').waitFor();
	await page.locator('.form select').first().selectOption('given');
	await page.getByLabel('on the web').check();
	const { folder } = desk!;
	const given = async () => (await way.written(folder)).filter(({ consent }) => consent?.scope);
	await expect.poll(async () => (await given()).length).toBe(30);
}

/** The same site, by SFTP. */
async function sent(page: Page, out: string) {
	const sshd = await startSshd();
	try {
		await way.publishTo(page, sshd.target, 12);
		expect(await contentsOf(sshd.folder)).toEqual(await contentsOf(out));
	} finally {
		sshd.stop();
	}
}
