import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studio } from '../../../src/studio/server/main.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { xlsx } from '../../support/office.ts';
import { chosen } from '../../support/site.ts';
import { appThere } from '../../support/studio/app-there.ts';
import { inspect } from '../../support/studio/inspected.ts';
import { openStudio, type OpenedStudio } from '../../support/studio/opened.ts';
import { madePhotographs } from '../../support/studio/photographs.ts';

let desk: OpenedStudio;
beforeAll(async () => {
	desk = await openStudio();
});
afterAll(() => desk?.close());

const click = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name }).first().click();

/** A screen that has something on it, or a dialog: its address, and how one comes there. */
type Way = [name: string, hash: string, go: (page: Page) => Promise<unknown>];

const dialogs: Way[] = [
	[
		'what can be done with a photo',
		'#/gallery/home',
		(page) => page.locator('.more').first().click(),
	],
	[
		'what can be done with many',
		'#/gallery/home',
		async (page) => {
			await page.locator('.cell img').first().click();
			await page.locator('.bar').getByRole('button', { name: 'More' }).click();
		},
	],
	['a new section', '#/gallery/home', (page) => click(page, 'Add a section')],
	['a wall text', '#/gallery/home', (page) => click(page, /wall text/i)],
	['a withdrawal', '#/care/sewing-machine', (page) => page.locator('button.grave').first().click()],
	[
		'sealing',
		'#/photo/passport-ticket-and-coins/redact',
		async (page) => {
			await click(page, 'Put one in the middle');
			await page.locator('button.grave:enabled').click();
		},
	],
	['the template', '#/gallery/home/text', (page) => click(page, 'Fill in many')],
	['find and replace', '#/gallery/home/text', (page) => click(page, /^Find/)],
	[
		'a photo for a story',
		'#/stories/four-days-by-train',
		(page) => click(page, /Insert a photo|photo/i),
	],
	[
		'what somebody else has changed',
		'#/photo/doorway-with-light',
		async (page) => {
			const file = join(desk.folder, 'home', 'gallery.yaml');
			await page.route('**/api/view', (route) => route.abort());
			const text = await readFile(file, 'utf8');
			await writeFile(file, text.replace('en: Doorway with light', 'en: Theirs'));
			await page.getByLabel('Title, English').fill('Mine');
			await page.locator('dialog').waitFor();
			await page.unroute('**/api/view');
		},
	],
];

it.each(dialogs)('the dialog of %s', async (_, hash, go) => {
	const { page } = await desk.open(hash);
	await go(page);
	await page.locator('dialog[open]').waitFor();
	await inspect(page);
	await page.context().close();
});

const busy: Way[] = [
	[
		'import with what was found in the files',
		'#/import',
		async (page) => {
			const files = await madePhotographs(3);
			await page.getByLabel('or choose photos').setInputFiles(files);
			await page.getByText('3 of 3').waitFor();
			await page.getByText(basename(files[0]!)).first().waitFor();
		},
	],
	[
		'tables with their differences',
		'#/tables',
		async (page) => {
			const buffer = await xlsx([
				['File', 'caption/tg'],
				['sewing-machine.jpg', 'Мошини дӯзандагӣ'],
				['nobody.jpg', 'Ҳеҷ кас'],
			]);
			const table = { name: 'captions.xlsx', mimeType: '', buffer };
			await page.getByLabel('Choose a table').setInputFiles(table);
			await click(page, 'See what changes');
			await page.getByRole('button', { name: /^Apply \d+ change/ }).waitFor();
		},
	],
	[
		'publish with what will be public',
		'#/publish',
		async (page) => {
			await page.getByLabel('Path', { exact: true }).fill(await temporaryFolder());
			await click(page, 'Use this place');
			await page.locator('section[aria-live=polite] h3').first().waitFor();
		},
	],
	[
		'publish with a host that lets nobody in',
		'#/publish',
		async (page) => {
			await page.getByLabel('Another place').selectOption('Web server (SFTP)');
			const given = { Server: '127.0.0.1', User: 'nobody', Path: '/p', 'Port (22)': '1' };
			for (const [label, text] of Object.entries(given))
				await page.getByLabel(label, { exact: true }).fill(text);
			await click(page, 'Use this place');
			await page.getByLabel('Password').fill('x');
			await page
				.getByText(/does not answer at that port/)
				.first()
				.waitFor();
		},
	],
	[
		'history with what was done',
		'#/gallery/work',
		async (page) => {
			await page.locator('.cell img').first().click();
			await page.locator('.bar').getByRole('button', { name: 'Hide' }).click();
			await page.getByText('Everything is saved').waitFor();
			await page.goto(`${desk.origin}/#/history`);
			await page.locator('main select').selectOption({ index: 3 });
			await page.locator('ol li span').first().waitFor();
		},
	],
	[
		'a place that is covered',
		'#/photo/sewing-machine/redact',
		async (page) => {
			await click(page, 'Put one in the middle');
			await page.getByRole('button', { name: /^1\. / }).waitFor();
			await page.getByLabel('See what remains').check();
		},
	],
	[
		'what could not be written',
		'#/photo/bread-on-cloth',
		async (page) => {
			await page.getByLabel('Date', { exact: true }).fill('last summer');
			await page.getByText('must be a date that exists').waitFor();
		},
	],
];

it.each(busy)('the screen of %s', async (_, hash, go) => {
	const { page } = await desk.open(hash);
	await go(page);
	await inspect(page);
	await page.context().close();
});

describe('the welcome', () => {
	it('where no exhibition is open', async () => {
		const folder = join(await temporaryFolder(), 'photos');
		const given = chosen(folder, `${folder}-out`);
		const served = await studio({ given, site: await appThere() });
		const page = await desk.browser.newPage({ locale: 'en' });
		await page.goto(served.address);
		await page.getByLabel('Its folder on this computer').fill('/there/is/none');
		await inspect(page);
		await click(page, 'Open');
		await page.getByText('there is no such folder').waitFor();
		await inspect(page);
		expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
		await page.close();
		await served.close();
	});
});
