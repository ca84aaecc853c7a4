import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { readIndex } from '../../../src/kiosk/release/index-file.ts';
import { filesIn } from '../../../src/vite/made.ts';
import { drive } from '../../support/in-page.ts';
import { follow } from '../../support/keeping.ts';
import { crawl } from '../../support/kiosk-crawl.ts';
import {
	attract,
	code,
	enter,
	openGallery,
	openPhoto,
	startAgain,
	viewer,
	visitHall,
} from '../../support/kiosk-visit.ts';
import { kioskSite, languages } from '../../support/sample.ts';
import { outside } from '../../support/sample-hall.ts';

const hall = visitHall();
/** Of another language. */
const isPage = (href: string) =>
	languages.some((lang) => href.startsWith(`${hall.address}${lang}/`)) && href.endsWith('/');
const originOf = (page: Page) => page.evaluate(() => `${location.origin}/`);

/** Of a build, as addresses. */
async function pagesIn(lang: string): Promise<string[]> {
	const files = await filesIn(kioskSite());
	const pages = files.filter((file) => file.startsWith(`${lang}/`) && file.endsWith('/index.html'));
	return pages.map((file) => `/${file.replace('index.html', '')}`);
}

describe.each(languages)('in %s', (lang) => {
	it('links lead to every page, and out of none: an outside one becomes a code', async () => {
		const { page, faults } = await hall.screen({}, drive);
		const loads: string[] = [];
		await enter(page, lang);
		page.on('framenavigated', (frame) => loads.push(...(frame.parentFrame() ? [frame.url()] : [])));
		page.on('load', () => loads.push('load'));
		const { pages, faulty, others } = await crawl(page);
		expect(pages.sort()).toEqual((await pagesIn(lang)).sort());
		expect(faulty).toEqual([]);
		const out = others.filter(({ href }) => !isPage(href));
		expect(out.map(({ href }) => href)).toEqual([outside]);
		await follow(page, out[0]!.on);
		await page.locator('main a[href^="https:"]').tap();
		await code(page).waitFor();
		expect(await code(page).locator('.address').textContent()).toBe(outside);
		await startAgain(page);
		expect(await originOf(page)).toBe(hall.address);
		expect([faults, loads, page.context().pages().length]).toEqual([[], [], 1]);
		await page.context().close();
	});
});

const ways = {
	window: '<a href="https://example.com/" target="_blank">way</a>',
	mail: '<a href="mailto:somebody@example.org">way</a>',
	telephone: '<a href="tel:+992600000000">way</a>',
	file: '<a href="/licences.txt" download>way</a>',
	text: '<a href="/licences.txt">way</a>',
	script: '<a href="javascript:location=\'https://example.com/\'">way</a>',
	form: '<form action="https://example.com/"><button>way</button></form>',
};

it('a way out of another kind is a code, or nothing', async () => {
	const { page, faults } = await hall.screen();
	const events: string[] = [];
	page.on('popup', () => events.push('popup'));
	page.on('download', () => events.push('download'));
	page.on('dialog', () => events.push('dialog'));
	await enter(page, 'en');
	const before = page.url();
	for (const [name, html] of Object.entries(ways)) {
		await page.evaluate((way) => {
			document.querySelector('.way')?.remove();
			document.querySelector('main')?.insertAdjacentHTML('afterbegin', `<p class="way">${way}</p>`);
		}, html);
		await page.getByText('way', { exact: true }).tap();
		if (name === 'window') {
			await code(page).waitFor();
			await code(page).locator('button').tap();
		}
		expect([name, await code(page).count(), page.url()]).toEqual([name, 0, before]);
	}
	expect([faults, events, page.context().pages().length]).toEqual([[], [], 1]);
	await page.context().close();
});

it('every file of every photo is there', async () => {
	const { photos } = await readIndex(kioskSite());
	const answers = photos
		.flatMap(({ files }) => files)
		.map(async (file) => [file, (await fetch(`${hall.address}${file}`)).status]);
	expect((await Promise.all(answers)).filter(([, status]) => status !== 200)).toEqual([]);
});

describe('while kioskd is started anew', () => {
	afterEach(() => hall.restart());

	/** What a visitor sees of a failure. */
	const faces = (page: Page) =>
		page.evaluate(() => {
			const broken = [...document.querySelectorAll('img')].filter(
				(one) =>
					one.complete &&
					!one.naturalWidth &&
					one.src &&
					getComputedStyle(one).visibility === 'visible',
			);
			const said = [...document.querySelectorAll<HTMLElement>('.error, .pswp__error-msg')];
			return [...broken.map(({ src }) => src), ...said.map(({ innerText }) => innerText)].filter(
				Boolean,
			);
		});

	it('a visitor goes on to any kind of page, in any language', async () => {
		const { page } = await hall.screen();
		// Code that was kept need not be asked for.
		await page.waitForLoadState('networkidle');
		await enter(page, 'en');
		for (const path of ['galleries/work/', 'explore/', 'stories/', 'in-this-picture/']) {
			await hall.stop();
			const there = follow(page, `/en/${path}`);
			await page.waitForTimeout(500);
			expect(await faces(page)).toEqual([]);
			await hall.start();
			await there;
			expect(await faces(page)).toEqual([]);
		}
		await hall.stop();
		await page.locator('.controls .languages button[lang=fa]').tap();
		await hall.start();
		await page.waitForURL('**/fa/in-this-picture/');
		expect(await originOf(page)).toBe(hall.address);
		await page.context().close();
	});

	it('a visitor steps through pictures, and starts again', async () => {
		const { page } = await hall.screen();
		await enter(page, 'en');
		await openGallery(page);
		await openPhoto(page);
		await hall.stop();
		for (let step = 0; step < 3; step++) await viewer(page).locator('.arrow').nth(1).tap();
		await page.waitForTimeout(500);
		expect(await faces(page)).toEqual([]);
		await hall.start();
		await page.waitForFunction(() => {
			const shown = '.viewer .pswp__item[aria-hidden=false] img:not(.pswp__img--placeholder)';
			return document.querySelector<HTMLImageElement>(shown)?.naturalWidth;
		});
		await hall.stop();
		await page.locator('.controls .again').tap();
		await page.waitForTimeout(500);
		expect(await faces(page)).toEqual([]);
		await hall.start();
		await attract(page).waitFor();
		await enter(page, 'ru');
		await page.context().close();
	});
});
