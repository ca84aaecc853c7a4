import { describe, expect, it } from 'vitest';
import { axe } from '../support/browser.ts';
import { kinds, languages } from '../support/sample.ts';
import { visitSample } from '../support/sample-visit.ts';

const sample = visitSample();

describe('the sample', () => {
	const pages = languages.flatMap((lang) => Object.values(kinds).map((path) => `${lang}/${path}`));

	it.each(['', ...pages])(
		'/%s has nothing that axe objects to, and nothing wider than its screen',
		async (path) => {
			const page = await sample.browser.newPage({ viewport: { width: 390, height: 844 } });
			// Their room is kept without them, and decoding them takes longer than all the rest.
			await page.route('**/media/*', (route) => route.abort());
			await page.goto(sample.served.address + path);
			expect(await axe(page)).toEqual([]);
			for (const width of [390, 1024, 1920]) {
				await page.setViewportSize({ width, height: 844 });
				const overflow = await page.evaluate(
					() => document.documentElement.scrollWidth - innerWidth,
				);
				expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
			}
			await page.close();
		},
	);

	it('can be walked by the keyboard, each photo and each story being one stop', async () => {
		const page = await sample.browser.newPage();
		await page.goto(`${sample.served.address}en/galleries/road/`, { waitUntil: 'networkidle' });
		const stops: string[] = [];
		for (let press = 0; press < 13; press++) {
			await page.keyboard.press('Tab');
			stops.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
			const outline = await page.evaluate(
				() => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
			);
			expect(outline, stops.at(-1)).toBe('solid');
		}
		expect(stops).toEqual([
			'Skip to the content',
			'Through a migrant’s eyes',
			'Stories',
			'Explore',
			'About',
			'Тоҷикӣ',
			'Русский',
			'فارسی',
			'Mountain road at dawn',
			'Bag and suitcase',
			'Four days by train',
			'Passport, ticket, coins',
			'Empty platform at dusk',
		]);
		await page.close();
	});

	it('takes the skip link past the header', async () => {
		const page = await sample.browser.newPage();
		await page.goto(`${sample.served.address}en/`, { waitUntil: 'networkidle' });
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('The road');
		await page.close();
	});

	it('has targets of 44 px for every link outside running text', async () => {
		const page = await sample.browser.newPage({ viewport: { width: 390, height: 844 } });
		for (const path of [
			'en/',
			'en/galleries/road/',
			'en/galleries/road/tea-by-the-train-window/',
			'en/stories/',
			'en/photographers/nigoh/',
			'en/explore/',
			'en/explore/theme/tea/',
			'en/about/',
			'en/in-this-picture/',
		]) {
			await page.goto(sample.served.address + path, { waitUntil: 'networkidle' });
			const small = await page.locator('a:visible, summary:visible').evaluateAll((links) =>
				links
					.filter((link) => !link.matches('.skip, .inline, [tabindex="-1"]'))
					.map((link) => ({
						words: link.textContent?.trim(),
						height: link.getBoundingClientRect().height,
					}))
					.filter(({ height }) => height < 43.5),
			);
			expect(small, path).toEqual([]);
		}
		await page.close();
	});

	it('answers an address without its slash with the one that has it, and a wrong one with a page', async () => {
		const context = await sample.browser.newContext();
		const moved = await context.request.get(`${sample.served.address}en/galleries/road`, {
			maxRedirects: 0,
		});
		expect(moved.status()).toBe(308);
		expect(moved.headers().location).toBe('/en/galleries/road/');
		const missing = await context.request.get(`${sample.served.address}en/galleries/road/nobody/`);
		expect(missing.status()).toBe(404);
		expect(await missing.text()).toContain('This page is not here');
		await context.close();
	});

	it('hides the mail address from what greps the text for one', async () => {
		const context = await sample.browser.newContext();
		for (const path of ['en/', 'en/__data.json']) {
			const text = await (await context.request.get(sample.served.address + path)).text();
			expect(text).not.toMatch(/[\w.]+@[\w.]+\.\w/);
		}
		const page = await context.newPage();
		await page.goto(`${sample.served.address}en/`);
		expect(
			await page
				.getByRole('link', { name: 'mission@example.org' })
				.evaluate((link: HTMLAnchorElement) => decodeURIComponent(link.href)),
		).toBe('mailto:mission@example.org');
		await context.close();
	});
});
