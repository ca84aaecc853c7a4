import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
	controls,
	enter,
	openGallery,
	startAgain,
	viewer,
	visitHall,
} from '../../support/kiosk-visit.ts';

const hall = visitHall();

/** What one visitor leaves behind, by its name; read in the page. */
const traces = (page: Page) =>
	page.evaluate(async () => {
		const root = document.documentElement;
		const databases = await indexedDB.databases();
		return {
			lang: root.lang,
			dir: root.dir,
			script: root.dataset.script,
			wall: root.dataset.wall,
			low: root.hasAttribute('data-low'),
			letters: root.style.getPropertyValue('--letters'),
			classes: root.className,
			style: document.body.style.cssText,
			session: sessionStorage.length,
			local: localStorage.length,
			cookies: document.cookie,
			databases: databases.length,
			name: window.name,
			hash: location.hash,
			query: location.search,
			path: location.pathname,
			scroll: scrollY,
			focus: document.activeElement?.tagName,
			selection: String(getSelection()),
			dialogs: document.querySelectorAll('dialog[open]').length,
			title: document.title,
			playing: [...document.querySelectorAll('audio')].filter(({ paused }) => !paused).length,
			openDetails: document.querySelectorAll('details[open]').length,
			history: history.length,
		};
	});

async function plant(page: Page): Promise<void> {
	await page.evaluate(async () => {
		sessionStorage.setItem('planted', '1');
		localStorage.setItem('planted', '1');
		document.cookie = 'planted=1; path=/';
		window.name = 'planted';
		document.documentElement.classList.add('planted');
		document.body.style.color = 'rgb(1, 2, 3)';
		const database = await new Promise<IDBDatabase>((done) => {
			const asked = indexedDB.open('planted');
			asked.onsuccess = () => done(asked.result);
		});
		database.close();
		const words = document.querySelector('main h1, main h2');
		if (words) getSelection()?.selectAllChildren(words);
	});
}

it('a reset takes 20 traces off the screen, and loads no document', async () => {
	const { page, faults } = await hall.screen();
	const before = await traces(page);
	const loads: string[] = [];
	page.on('request', (request) => {
		if (request.isNavigationRequest()) loads.push(request.url());
	});
	await enter(page, 'fa');
	await openGallery(page);
	for (const at of [2, 3, 5]) await controls(page).locator('.tools button').nth(at).tap();
	await plant(page);
	await page.evaluate(() => scrollTo(0, 500));
	await page.locator('main a[data-photo] img').nth(1).dispatchEvent('click');
	await viewer(page).waitFor();
	await viewer(page).locator('.bar button').first().focus();
	const during = await traces(page);
	// What the test plants is really there.
	const changed = Object.keys(before).filter(
		(key) => during[key as keyof typeof during] !== before[key as keyof typeof before],
	);
	expect(changed.length).toBeGreaterThanOrEqual(16);
	await startAgain(page);
	// Attract covers what is still cleared away; how long that takes is measured elsewhere.
	await expect.poll(() => traces(page), { timeout: 5000 }).toEqual(before);
	expect(loads).toEqual([]);
	expect(faults).toEqual([]);
	await page.context().close();
});
