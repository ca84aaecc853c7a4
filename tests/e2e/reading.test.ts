import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { filesIn } from '../../src/vite/made.ts';
import { kinds, languages, sampleSite } from '../support/sample.ts';
import { visitSample } from '../support/sample-visit.ts';

const sample = visitSample();

/** What a screen reader is given of the page's main part. */
const heard = (page: Page) => page.getByRole('main').ariaSnapshot();

describe('a reader who does not see', () => {
	it('comes from the entrance to the third photo, its caption, its photographer and back', async () => {
		const page = await sample.browser.newPage();
		await page.goto(`${sample.served.address}en/`, { waitUntil: 'networkidle' });
		const entrance = await heard(page);
		expect(entrance).toMatch(/heading "Through a migrant’s eyes" \[level=1\]/);
		expect(entrance).toMatch(/heading "The road" \[level=3\]/);
		await page.getByRole('link', { name: 'The road' }).click();
		await page.getByRole('heading', { level: 1, name: 'The road' }).waitFor();
		const gallery = await heard(page);
		// Each picture has its alt text and one link, with its caption behind it.
		expect(gallery).toMatch(/img "On dark table boards lie a passport[^"]*"/);
		expect(gallery).toMatch(/link "Passport, ticket, coins"[\s\S]*What has to stay within reach/);
		await page.getByRole('link', { name: 'Passport, ticket, coins' }).last().focus();
		await page.keyboard.press('Enter');
		const viewer = page.getByRole('dialog', { name: 'Picture viewer' });
		await viewer.waitFor();
		const looked = await viewer.ariaSnapshot();
		expect(looked).toMatch(/heading "Passport, ticket, coins" \[level=2\]/);
		expect(looked).toContain('What has to stay within reach for four days');
		expect(looked).toContain('3 of 6');
		await viewer.getByRole('link', { name: 'Nigoh, rendered pictures' }).click();
		await page.getByRole('heading', { level: 1, name: 'Nigoh, rendered pictures' }).waitFor();
		await page.goBack();
		await page
			.getByRole('heading', { level: 1, name: 'Passport, ticket, coins' })
			.or(viewer)
			.waitFor();
		await page.close();
	});
});

describe('a harvester', () => {
	it('finds no mail address in any file of the site', async () => {
		const site = sampleSite();
		const texts = (await filesIn(site)).filter((file) => /\.(html|json|js|css|txt)$/.test(file));
		expect(texts.length).toBeGreaterThan(200);
		for (const file of texts.filter((name) => name !== 'licences.txt')) {
			const text = await readFile(join(site, file), 'utf8');
			expect(text.match(/[\w.+-]+(@|&#64;|&#x40;|%40)[\w-]+\.[a-z]{2,}/gi), file).toBeNull();
		}
	});
});

describe('without JavaScript', () => {
	it.each(languages)('every kind of page is whole in %s', async (lang) => {
		const context = await sample.browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		for (const [kind, path] of Object.entries(kinds)) {
			await page.goto(`${sample.served.address}${lang}/${path}`);
			expect(await page.getByRole('heading', { level: 1 }).count(), kind).toBe(1);
			expect(await page.getByRole('link', { name: 'mission@example.org' }).count(), kind).toBe(
				kind === 'about' || kind === 'photo' || kind === 'withdrawal' ? 2 : 1,
			);
		}
		await context.close();
	});
});

describe('a reader whose browser speaks another language', () => {
	it('is offered it, once and without anything moving', async () => {
		const context = await sample.browser.newContext({ locale: 'ru-RU' });
		const page = await context.newPage();
		await page.goto(`${sample.served.address}en/galleries/work/`, { waitUntil: 'networkidle' });
		const offer = page.getByRole('link', { name: 'По-русски' });
		expect(await offer.getAttribute('lang')).toBe('ru');
		await offer.click();
		await page.getByRole('heading', { level: 1, name: 'Работа' }).waitFor();
		expect(page.url()).toBe(`${sample.served.address}ru/galleries/work/`);
		await page.waitForLoadState('networkidle');
		expect(await page.locator('aside').count()).toBe(0);
		await context.close();
	});

	it('is not, where the page is in it', async () => {
		const context = await sample.browser.newContext({ locale: 'en-GB' });
		const page = await context.newPage();
		await page.goto(`${sample.served.address}en/`, { waitUntil: 'networkidle' });
		expect(await page.locator('aside').count()).toBe(0);
		await context.close();
	});
});
