import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe } from '../support/browser.ts';
import { kinds } from '../support/sample.ts';
import { visitSample } from '../support/sample-visit.ts';

const sample = visitSample();

/** A sharp telephone, which wants wide pictures. */
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 };

interface Load {
	page: Page;
	context: BrowserContext;
	asked: string[];
	widths(): number[];
	fonts(): string[];
}

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

/** @param kept what an earlier visit left in the browser; its cache is empty again */
async function visitor(kept?: Kept): Promise<Load> {
	const context = await sample.browser.newContext({
		...phone,
		...(kept && { storageState: kept }),
	});
	const page = await context.newPage();
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	const widths = () =>
		asked.flatMap((url) => /\/media\/.*-(\d+)\.(?:avif|jpg)$/.exec(url)?.[1] ?? []).map(Number);
	const fonts = () => asked.filter((url) => url.endsWith('.woff2'));
	return { page, context, asked, widths, fonts };
}

const at = (path: string) => `${sample.served.address}en/${path}`;
const button = (page: Page) => page.getByRole('button', { name: 'Save data' });

async function scrollThrough(page: Page): Promise<void> {
	await page.evaluate(async () => {
		for (let y = 0; y < document.body.scrollHeight; y += 400) {
			scrollTo(0, y);
			await new Promise((done) => setTimeout(done, 30));
		}
	});
	await page.waitForLoadState('networkidle');
}

/** Everything that is asked for on a gallery from its beginning to its end. */
async function loadGallery(visit: Load): Promise<void> {
	visit.asked.length = 0;
	await visit.page.goto(at(kinds.gallery), { waitUntil: 'networkidle' });
	await scrollThrough(visit.page);
}

function expectLittle({ widths, fonts, asked }: Load): void {
	console.log(asked.filter((u) => /-1280/.test(u) || !/media/.test(u)).join('\n'), widths());
	expect(widths().length).toBeGreaterThan(5);
	expect(widths().filter((width) => width > 640)).toEqual([]);
	expect(fonts()).toEqual([]);
	expect(asked.filter((url) => /photoswipe|lightbox/i.test(url))).toEqual([]);
}

describe('saving data', () => {
	it('is off by itself: wide pictures and typefaces are fetched', async () => {
		const visit = await visitor();
		await loadGallery(visit);
		expect(Math.max(...visit.widths())).toBeGreaterThan(640);
		expect(visit.fonts().length).toBeGreaterThan(0);
		expect(await button(visit.page).getAttribute('aria-pressed')).toBe('false');
		await visit.context.close();
	});

	it('is switched on by the keyboard, and kept; then nothing wide, no typeface, nothing ahead', async () => {
		const visit = await visitor();
		await visit.page.goto(at(''), { waitUntil: 'networkidle' });
		await button(visit.page).focus();
		await visit.page.keyboard.press('Enter');
		expect(await button(visit.page).getAttribute('aria-pressed')).toBe('true');
		visit.asked.length = 0;
		await scrollThrough(visit.page);
		expect(visit.widths().filter((width) => width > 640)).toEqual([]);
		expect(await axe(visit.page)).toEqual([]);
		const next = await visitor(await visit.context.storageState());
		await loadGallery(next);
		expectLittle(next);
		expect(await button(next.page).getAttribute('aria-pressed')).toBe('true');
		await Promise.all([visit.context.close(), next.context.close()]);
	});

	it('holds on the next page, in the viewer, and until it is switched off', async () => {
		const visit = await visitor();
		await visit.page.addInitScript(() => localStorage.setItem('nigoh-saving', 'on'));
		await visit.page.goto(at(''), { waitUntil: 'networkidle' });
		await visit.page.locator(`a[href$="${kinds.gallery}"]`).first().click();
		await visit.page.waitForURL(at(kinds.gallery));
		await scrollThrough(visit.page);
		await visit.page.locator('a[data-photo] img').first().click();
		await visit.page.locator('dialog[open] .pswp__img').first().waitFor();
		await visit.page.waitForLoadState('networkidle');
		expect(visit.widths().filter((width) => width > 640)).toEqual([]);
		expect(visit.fonts()).toEqual([]);
		await visit.context.close();
	});

	it('is on where the browser asks for it, and off again where the visitor says so', async () => {
		const visit = await visitor();
		await visit.page.addInitScript(() =>
			Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
		);
		await loadGallery(visit);
		expectLittle(visit);
		await button(visit.page).click();
		expect(await button(visit.page).getAttribute('aria-pressed')).toBe('false');
		await loadGallery(visit);
		expect(Math.max(...visit.widths())).toBeGreaterThan(640);
		await visit.context.close();
	});
});
