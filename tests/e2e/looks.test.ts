import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkout } from '../support/corpus.ts';
import { kinds } from '../support/sample.ts';
import { visitSample } from '../support/sample-visit.ts';

/**
 * How the pages look, as they were last looked at by a person: `UPDATE_SNAPSHOTS=1 npx vitest run
 * tests/e2e/looks.test.ts` takes them anew. The README shows some of them.
 */
const folder = join(checkout, 'tests/e2e/snapshots');
const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

const sample = visitSample();

async function visit(page: Page, path: string): Promise<void> {
	await page.goto(`${sample.served.address}${path}`, { waitUntil: 'networkidle' });
	await page.evaluate(awaitTypefaces);
}

/** Runs within the page: a typeface that a busy machine fetched too late for this page is shown in it none the less. */
async function awaitTypefaces(): Promise<void> {
	for (const rule of [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])) {
		if (rule instanceof CSSFontFaceRule) rule.style.setProperty('font-display', 'block');
	}
	await document.fonts.ready;
}

/** Runs within the page: what is in sight is drawn, not only fetched. */
async function awaitPictures(): Promise<void> {
	const all = [...document.querySelectorAll<HTMLImageElement>('img[src]')];
	const isInSight = (image: HTMLImageElement) => {
		const { top, bottom, width } = image.getBoundingClientRect();
		return width > 0 && bottom > 0 && top < innerHeight && image.checkVisibility();
	};
	await Promise.all(all.filter(isInSight).map((image) => image.decode()));
	await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

async function shown(page: Page): Promise<Buffer> {
	await page.waitForLoadState('networkidle');
	await page.evaluate(awaitPictures);
	return page.screenshot({ animations: 'disabled' });
}

/** Letters are drawn a little differently by each system: both are seen from afar. */
const fromAfar = (image: Buffer | string) =>
	sharp(image).removeAlpha().resize(130).blur(1).raw().toBuffer();

async function expectLooksLike(name: string, image: Buffer): Promise<void> {
	const path = join(folder, `${name}.webp`);
	if (process.env.UPDATE_SNAPSHOTS || !existsSync(path)) {
		expect(process.env.UPDATE_SNAPSHOTS, `${path} is missing`).toBeDefined();
		await mkdir(folder, { recursive: true });
		await writeFile(path, await sharp(image).webp({ quality: 70 }).toBuffer());
	}
	const [before, now] = await Promise.all([fromAfar(path), fromAfar(image)]);
	expect(now.length, `${name}: another size`).toBe(before.length);
	const differences = before.map((value, at) => Math.abs(value - (now[at] ?? 0)));
	const far = differences.filter((difference) => difference > 32).length / differences.length;
	expect(far, `${name}: share of what looks different`).toBeLessThan(0.02);
}

describe.each(['en', 'fa'])('in %s', (lang) => {
	describe.each(Object.entries(sizes))('on a %s', (device, viewport) => {
		it.each(Object.entries(kinds))('the %s page looks as before', async (kind, path) => {
			const page = await sample.browser.newPage({ viewport, locale: lang });
			await visit(page, `${lang}/${path}`);
			await expectLooksLike(`${kind}-${lang}-${device}`, await shown(page));
			await page.close();
		});

		it('the lightbox looks as before', async () => {
			const page = await sample.browser.newPage({
				viewport,
				locale: lang,
				reducedMotion: 'reduce',
			});
			await visit(page, `${lang}/${kinds.gallery}`);
			await page.locator('a[data-photo="tea-by-the-train-window"] img').click();
			await page.locator('dialog[open]').waitFor();
			await expectLooksLike(`lightbox-${lang}-${device}`, await shown(page));
			await page.close();
		});
	});
});
