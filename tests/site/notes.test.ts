import { describe, expect, it } from 'vitest';
import { axe } from '../support/browser.ts';
import { closed, dialog, look, settled } from '../support/lightbox.ts';
import { visitNoted } from '../support/noted-visit.ts';

const visit = visitNoted();
const { open } = visit;

describe.each([true, false])('a content note (script: %s)', (javaScriptEnabled) => {
	it('stands before the picture loads; "Show" opens it', async () => {
		const { page, pictures } = await open('en/galleries/first/fist/', { javaScriptEnabled });
		await page.getByText('Content note: violence').waitFor();
		await page.getByText('A man is beaten.').waitFor();
		expect(await page.locator('article img').isVisible()).toBe(false);
		// Without script, browsers fetch at once what a page would have fetched late; they do not show it.
		if (javaScriptEnabled) expect(pictures).toEqual([]);
		expect(await page.getByText('What happened').isVisible()).toBe(false);
		await page.getByText('Show').click();
		await page.getByText('What happened').waitFor();
		await page.locator('article img').scrollIntoViewIfNeeded();
		await expect.poll(() => pictures.length).toBe(1);
		await page.context().close();
	});

	it('of a gallery stands before all that hangs there, and before each photo on its own page', async () => {
		const { page, pictures } = await open('en/galleries/second/', { javaScriptEnabled });
		await page.getByText('Content note: death').waitFor();
		await page.getByText('Talk to somebody.').waitFor();
		expect(await page.getByRole('link', { name: 'Tea' }).isVisible()).toBe(false);
		await page.goto(`${visit.served.address}en/galleries/second/door/`, {
			waitUntil: 'networkidle',
		});
		await page.getByText('Content note: death').waitFor();
		// The next gallery's cover is all that may be fetched: the pictures here are 48 pixels wide.
		if (javaScriptEnabled) expect(pictures.filter((url) => url.includes('-48.'))).toEqual([]);
		expect(await page.locator('article img').isVisible()).toBe(false);
		await page.context().close();
	});
});

describe('a note that is passed with the keyboard', () => {
	it('is read before its button, with a number to call', async () => {
		const { page, pictures } = await open('en/galleries/first/fist/');
		const read = await page.locator('main').ariaSnapshot();
		const order = ['A man is beaten.', '+992 600 00 00 00', 'Go on without it', 'Show'];
		const places = order.map((words) => read.indexOf(words));
		expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(places).not.toContain(-1);
		const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
		for (let step = 0; step < 20 && (await focused()) !== 'Show'; step++) {
			await page.keyboard.press('Tab');
		}
		await page.keyboard.press('Enter');
		await page.getByText('What happened').waitFor();
		await expect.poll(() => pictures.length).toBe(1);
		await page.context().close();
	});
});

describe('a note that was passed', () => {
	it('is remembered for the visit, on the wall and in the viewer', async () => {
		const { page } = await open('en/galleries/first/fist/');
		await page.getByText('Show', { exact: true }).click();
		await page.goto(`${visit.served.address}en/galleries/first/`, { waitUntil: 'networkidle' });
		await page.getByText('What happened').waitFor();
		await page.context().close();
	});

	it('stands before it again where the viewer comes back to it', async () => {
		const { page, pictures } = await open('en/galleries/first/');
		const viewer = dialog(page);
		await look(page, 'tea');
		await page.keyboard.press('ArrowRight');
		await viewer.getByText('A man is beaten.').waitFor();
		await page.goBack();
		await closed(page);
		const before = pictures.length;
		await page.goForward();
		await settled(page);
		await page.waitForLoadState('networkidle');
		expect(await viewer.locator('.words > button').count()).toBe(1);
		expect(pictures.slice(before)).toEqual([]);
		await page.context().close();
	});

	it('can be passed by: the picture is then never fetched', async () => {
		const { page, pictures } = await open('en/galleries/first/fist/');
		const before = pictures.length;
		await page.getByRole('link', { name: 'Go on without it' }).click();
		await page.getByRole('heading', { level: 1, name: 'Untitled' }).waitFor();
		expect(before).toBe(0);
		await page.context().close();
	});
});

describe('a consent that has ended since the site was built', () => {
	it('takes picture and caption away', async () => {
		const context = await visit.browser.newContext();
		const page = await context.newPage();
		await page.clock.setFixedTime(new Date('2029-01-02T12:00:00'));
		await page.goto(`${visit.served.address}en/galleries/first/tea/`, { waitUntil: 'networkidle' });
		await page.getByText('This picture is no longer shown.').waitFor();
		expect(await page.locator('article img').count()).toBe(0);
		expect(await page.getByText('Two lines').count()).toBe(0);
		await page.goto(`${visit.served.address}en/galleries/first/`, { waitUntil: 'networkidle' });
		expect(await page.locator('a[data-photo=tea]').count()).toBe(0);
		await page.goto(`${visit.served.address}en/`, { waitUntil: 'networkidle' });
		expect(await page.locator('main img').count()).toBe(0);
		await context.close();
	});
});

describe('the pages', () => {
	it('say what may be done with a picture of somebody who was asked', async () => {
		const { page } = await open('en/galleries/first/tea/');
		await page.getByText('Shown here only; not for reuse.').waitFor();
		await page.context().close();
	});

	it('never show a picture with a note as a cover', async () => {
		const { page } = await open('en/');
		const rooms = page.locator('main li');
		expect(await rooms.nth(0).locator('img').count()).toBe(1);
		expect(await rooms.nth(1).locator('img').count()).toBe(0);
		await page.context().close();
	});

	it('say that a name was changed and that a part is covered, in words', async () => {
		const { page } = await open('en/galleries/first/tea/');
		await page.getByText('Mariam (name changed)').waitFor();
		await page.getByText('Part of this picture is covered to protect a person.').waitFor();
		await page.context().close();
	});

	it('hang on the wall of their gallery', async () => {
		const { page } = await open('en/galleries/first/');
		expect(await page.locator('html').getAttribute('data-wall')).toBe('paper');
		await page.goto(`${visit.served.address}en/`);
		expect(await page.locator('html').getAttribute('data-wall')).toBe('night');
		await page.context().close();
	});

	it('mark what is in another language than the page', async () => {
		const { page } = await open('uz/galleries/first/');
		expect(await page.locator('html').getAttribute('lang')).toBe('uz');
		expect(await page.getByText('Choy').first().getAttribute('lang')).toBeNull();
		expect(await page.getByText('A fist').first().getAttribute('lang')).toBe('en');
		expect(await page.getByText('Skip to the content').getAttribute('lang')).toBe('en');
		await page.context().close();
	});

	it('name the page that search engines should keep, and those that they should not', async () => {
		const { page } = await open('en/galleries/second/tea/');
		const canonical = () => page.locator('link[rel=canonical]').getAttribute('href');
		expect(await canonical()).toBe('https://example.org/hall/en/galleries/first/tea/');
		expect(await page.locator('meta[name=robots]').getAttribute('content')).toMatch(/noindex/);
		await page.goto(`${visit.served.address}en/galleries/first/bread/`);
		expect(await canonical()).toBe('https://example.org/hall/en/galleries/first/bread/');
		expect(await page.locator('meta[name=robots]').count()).toBe(0);
		// Identifiable, so not for search engines unless the curator says so.
		await page.goto(`${visit.served.address}en/galleries/first/tea/`);
		expect(await page.locator('meta[name=robots]').getAttribute('content')).toMatch(
			/^noindex, noimageindex/,
		);
		await page.context().close();
	});

	it.each([
		'',
		'uz/',
		'en/galleries/first/',
		'en/galleries/first/fist/',
		'uz/galleries/first/tea/',
		'en/galleries/second/',
	])(
		'/%s has nothing that axe objects to, with notes closed and open, on both walls',
		async (path) => {
			const { page, faults } = await open(path);
			expect(await axe(page)).toEqual([]);
			for (const summary of await page.locator('summary').all()) await summary.click();
			expect(await axe(page)).toEqual([]);
			expect(faults).toEqual([]);
			await page.context().close();
		},
	);
});
