import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { hasCorpus } from '../../support/corpus.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { contentsOf } from '../../support/site.ts';
import { hasSshd, startSshd } from '../../support/sshd.ts';
import { button, cell, listenTo, type Hand } from '../../support/studio/hand.ts';
import { byKeys } from '../../support/studio/keys.ts';
import { byMouse } from '../../support/studio/mouse.ts';
import { studioOn, type OpenedStudio } from '../../support/studio/opened.ts';
import { madePhotographs, realPhotographs } from '../../support/studio/photographs.ts';
import { lookAt } from '../../support/studio/published.ts';
import { byTouch } from '../../support/studio/touch.ts';
import * as way from '../../support/studio/whole-way.ts';

const most = 15 * 60_000;
const tajik = 'Ғӯраҳои қишлоқ, ҷӯйи ӣ';
const captions = ['A field before harvest.', 'A well.'];
let desk: OpenedStudio | undefined;
afterEach(async () => {
	await desk?.close();
	desk = undefined;
});

interface Way {
	by: string;
	hand: (page: Page) => Hand;
	/** What the page may hear of. */
	heard: readonly string[];
	options?: BrowserContextOptions;
}
const tablet = { viewport: { width: 1024, height: 1200 }, hasTouch: true };
const ways: readonly Way[] = [
	{ by: 'mouse', hand: byMouse, heard: ['key', 'mouse'] },
	{ by: 'touch alone', hand: byTouch, heard: ['touch'], options: tablet },
	{ by: 'keyboard alone', hand: byKeys, heard: ['key'] },
];

it.each(ways)('from thirty photographs to a public site, by $by', { timeout: most }, goes);

async function goes({ hand: handOn, heard, options }: Way) {
	const folder = join(await temporaryFolder(), 'thirty');
	desk = await studioOn(folder, false);
	const { page, faults } = await desk.open('', options);
	const hears = await listenTo(page);
	const hand = handOn(page);
	await way.begin(hand, folder);
	await way.bringIn(hand, hasCorpus ? realPhotographs(30) : await madePhotographs(30));
	await expect.poll(async () => (await way.written(folder)).length).toBe(30);
	const order = await arranged(hand);
	await parted(hand, order);
	await captioned(hand, order);
	await described(hand);
	await covered(hand, order[4]!);
	await consented(hand);
	const out = await temporaryFolder();
	await way.publishTo(hand, { kind: 'folder', path: out }, 12);
	if (hasSshd) await sent(hand, out);
	expect(await hears()).toEqual(heard);
	// Before anything was opened nothing could be looked at.
	expect(faults.filter((one) => !/404/.test(one))).toEqual([]);
	const region = (await way.written(folder)).flatMap(({ redact = [] }) => redact)[0]!;
	await lookAt(desk.browser, out, { order, tajik, captions, covered: order[4]!, region });
}

const has = (text: string) =>
	expect.poll(async () => JSON.stringify(await way.written(desk!.folder))).toContain(text);

/** Twelve of thirty hang, in an order that was made by hand. */
async function arranged(hand: Hand): Promise<string[]> {
	const { page } = hand;
	await cell(page, (await way.hung(page))[0]!).waitFor();
	const order = (await way.hung(page)).slice(0, 12);
	await hand.pick(order);
	await hand.press(page.locator('.bar').getByRole('button', { name: 'Show' }));
	await page.locator('.bar').getByRole('button', { name: 'Hide' }).waitFor();
	await hand.press(button(page, 'Select none'));
	for (const [from, to] of [
		[3, 0],
		[2, 1],
	] as const) {
		await hand.moveBefore(order[from]!, order[to]!);
		order.splice(to, 0, ...order.splice(from, 1));
		await expect.poll(async () => (await way.hung(page)).slice(0, 12)).toEqual(order);
	}
	// A drag chooses what it takes along.
	const none = button(page, 'Select none');
	if (await none.isVisible()) await hand.press(none);
	return order;
}

/** The last four under a heading, which a wall text begins. */
async function parted(hand: Hand, order: readonly string[]) {
	const { page } = hand;
	await hand.press(button(page, 'Add a section'));
	await way.tell(hand, 'At the border', 'Дар сарҳад');
	await page.locator('h2', { hasText: 'At the border' }).waitFor();
	await hand.pick(order.slice(8));
	await hand.press(page.locator('.bar').getByRole('button', { name: 'More' }));
	await hand.choose(page.getByLabel('To a section').last(), 'At the border');
	const section = page.getByRole('group', { name: 'To a section' });
	await hand.press(section.getByRole('button', { name: 'Go' }));
	await hand.press(page.getByRole('button', { name: /^Add a wall text.*At the border/ }));
	await way.tell(hand, 'A word before the border.', tajik);
	await page.locator('.cell', { hasText: 'A word before the border.' }).waitFor();
}

/** The first in two languages, the next in one. */
async function captioned(hand: Hand, [first, second]: readonly string[]) {
	const { page } = hand;
	await hand.open(first!);
	await hand.write(page.getByLabel('Caption, English'), captions[0]!);
	await hand.write(page.getByLabel('Caption, тоҷикӣ'), tajik);
	await has(captions[0]!);
	await has(tajik);
	await hand.press(page.locator('a[rel=next]'));
	await page.waitForURL((url) => url.hash.endsWith(second!));
	await hand.write(page.getByLabel('Caption, English'), captions[1]!);
	await has(captions[1]!);
}

/** Alt texts, all at once in the text table. */
async function described(hand: Hand) {
	const { page } = hand;
	await way.go(hand, 'Texts');
	await hand.press(page.locator('summary', { hasText: 'Columns' }));
	await way.tick(hand, page.getByLabel('Alt text'));
	for (const other of ['Title', 'Caption'])
		await way.tick(hand, page.getByLabel(other, { exact: true }), false);
	await way.tick(hand, page.getByRole('checkbox', { name: 'тоҷикӣ' }), false);
	await hand.paste(Array.from({ length: 30 }, (_, at) => `What is seen, ${at + 1}`));
	await hand.press(page.getByRole('button', { name: /^Apply \d+ changes/ }));
	await has('What is seen, 30');
}

async function covered(hand: Hand, id: string) {
	const { page } = hand;
	await way.go(hand, 'Galleries');
	await hand.press(page.locator('.cards a').first());
	await hand.menu(id);
	await hand.press(page.locator('dialog').getByRole('link', { name: 'Cover something' }));
	await hand.cover();
	await page.locator('.side').getByText('1. Rectangle').waitFor();
	await has('rectangle');
}

/** Of everybody at once. */
async function consented(hand: Hand) {
	const { page } = hand;
	await way.go(hand, 'Consent and care');
	await hand.press(button(page, 'Select all'));
	await page.getByText('Consent for 30 photos').waitFor();
	await hand.choose(page.getByRole('combobox', { name: 'Consent', exact: true }), 'given');
	await way.tick(hand, page.getByLabel('on the web'));
	const given = async () =>
		(await way.written(desk!.folder)).filter(({ consent }) => consent?.scope);
	await expect.poll(async () => (await given()).length).toBe(30);
}

/** The same site, by SFTP. */
async function sent(hand: Hand, out: string) {
	const sshd = await startSshd();
	try {
		await way.publishTo(hand, sshd.target, 12);
		expect(await contentsOf(sshd.folder)).toEqual(await contentsOf(out));
	} finally {
		sshd.stop();
	}
}
