import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import { serve } from '../../../src/vite/serve.ts';

export interface Region {
	x: number;
	y: number;
	w: number;
	h: number;
}

interface Expected {
	/** Of the twelve. */
	order: readonly string[];
	/** Stands in the wall text and in the first caption. */
	tajik: string;
	/** Of the first ones, in English. */
	captions: readonly string[];
	/** The photo that has something covered, and where; in parts of its sides. */
	covered: string;
	region: Region;
}

/** The published wall: exactly that, in both languages, and nothing else. */
export async function lookAt(browser: Browser, out: string, expected: Expected): Promise<void> {
	const { address, close } = await serve(out, 0);
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	const { order, tajik } = expected;
	await page.goto(`${address}en/galleries/road/`);
	expect(await wallOf(page)).toEqual([
		...order.slice(0, 8),
		'= At the border',
		'# A word before the border.',
		...order.slice(8),
	]);
	const captions = await page.locator('.caption').allTextContents();
	expect(captions.slice(0, expected.captions.length)).toEqual(expected.captions);
	const alts = await page
		.locator('main img')
		.evaluateAll((all) => all.map((one) => one.getAttribute('alt')));
	expect(alts.filter((alt) => /^What is seen, \d+$/.test(alt ?? ''))).toHaveLength(12);
	await page.goto(`${address}tg/galleries/road/`);
	expect(await wallOf(page)).toContain(`# ${tajik}`);
	expect(await page.locator('.caption').first().textContent()).toBe(tajik);
	await coveredOn(page, address, expected);
	expect(addressesIn(out)).toEqual([...order].sort());
	await page.close();
	await close();
}

/** What hangs, in reading order: photos by their ids, headings, wall texts. */
function wallOf(page: Page): Promise<string[]> {
	return page.locator('h2.section, p.wall-text, a.title[data-photo]').evaluateAll((all) =>
		all.map((one) => {
			const text = one.textContent?.trim() ?? '';
			if (one.matches('h2')) return `= ${text}`;
			return one.matches('p') ? `# ${text}` : (one.getAttribute('data-photo') ?? '');
		}),
	);
}

/** In the file that a visitor gets: one colour where something was. */
async function coveredOn(
	page: Page,
	address: string,
	{ covered, region }: Expected,
): Promise<void> {
	await page.goto(`${address}en/galleries/road/${covered}/`);
	await page.getByText('Part of this picture is covered').first().waitFor();
	const picture = page.locator('main img').first();
	await expect
		.poll(() => picture.evaluate((one) => (one as HTMLImageElement).currentSrc))
		.toMatch(/./);
	const source = await picture.evaluate((one) => (one as HTMLImageElement).currentSrc);
	const bytes = await (await page.request.get(source)).body();
	const { width, height } = await sharp(bytes).metadata();
	const { x, y, w, h } = region;
	const [left, top] = [Math.round((x + w / 4) * width), Math.round((y + h / 4) * height)];
	const size = { width: Math.round((w / 2) * width), height: Math.round((h / 2) * height) };
	// Statistics are of a whole picture, whatever was cut out of it before.
	const part = await sharp(bytes)
		.extract({ left, top, ...size })
		.png()
		.toBuffer();
	const { channels } = await sharp(part).stats();
	expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeLessThan(4);
}

/** Photos that have a page of their own. */
function addressesIn(out: string): string[] {
	const all = readdirSync(join(out, 'en', 'galleries', 'road'), { withFileTypes: true });
	return all
		.filter((one) => one.isDirectory())
		.map(({ name }) => name)
		.sort();
}
