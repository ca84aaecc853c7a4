import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { hallFiles, hallFolder } from '../support/hall.ts';
import {
	cacheNames,
	cachesOf,
	follow,
	keptOf,
	mediaOf,
	mortal,
	versionOf,
} from '../support/keeping.ts';
import { buildQuietly, chosen } from '../support/site.ts';
import { filesOf, title, versionIn, visitTablet } from '../support/tablet.ts';

let first: string;
let second: string;

/** The second one has another title, and not `door` any more: that was withdrawn. */
beforeAll(async () => {
	[first, second] = [join(await temporaryFolder(), '1'), join(await temporaryFolder(), '2')];
	await buildQuietly(chosen(await hallFolder(), first, { channel: 'kiosk' }));
	const more = {
		'exhibition.yaml': hallFiles['exhibition.yaml'].replace('title: Hall', 'title: Anew'),
		'room/gallery.yaml': hallFiles['room/gallery.yaml'].replace('not_needed', 'withdrawn'),
	};
	await buildQuietly(chosen(await hallFolder(more), second, { channel: 'kiosk' }));
});

const tablet = visitTablet(() => first);

describe('a second version', () => {
	it('is shown only when nobody is there; then nothing is left of the first, and what is withdrawn goes at once', async () => {
		const { gate, keep, open, page } = tablet;
		await keep();
		const before = await mediaOf(page);
		const door = filesOf(first, 'door');
		expect(before.filter((path) => door.includes(path))).toHaveLength(2);
		await gate.show(second);
		gate.hold(/^\/fa\/about\/$/);
		await open();
		expect(await title(page).textContent()).toBe('Hall');
		await expect.poll(() => gate.asked.includes('/fa/about/')).toBe(true);
		await expect
			.poll(async () => (await mediaOf(page)).filter((path) => door.includes(path)))
			.toEqual([]);
		await page.evaluate(() => Object.assign(window, { isSame: true }));
		await page.locator('.attract button[lang="en"]').click();
		await page.locator('main h1').waitFor();
		gate.open();
		const complete = `/pages-${versionIn(second)}`;
		const marks = ['/.offline/complete'];
		await expect.poll(() => keptOf(page, marks, complete)).toEqual(marks);
		await follow(page, '/en/about/');
		expect(await versionOf(page, 'exhibition')).toBe(versionIn(first));
		expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
		await page.locator('.controls .again').click();
		await expect
			.poll(() =>
				title(page)
					.textContent()
					.catch(() => ''),
			)
			.toBe('Anew');
		await expect.poll(() => versionOf(page, 'exhibition')).toBe(versionIn(second));
		await expect.poll(() => cacheNames(page)).toEqual(['/kept', '/media', complete]);
	});

	it('whose loading a killed browser cuts off leaves the first one whole, and goes on later', async () => {
		const { gate, keep, open } = tablet;
		const folder = await temporaryFolder();
		const one = await mortal(folder);
		const before = await one.browser.contexts()[0]!.newPage();
		await keep(before);
		await gate.show(second);
		gate.hold(/^\/fa\/stories\//);
		await open(before);
		await expect.poll(() => gate.asked.some((path) => path.startsWith('/fa/stories/'))).toBe(true);
		const begun = `/pages-${versionIn(second)}`;
		const loaded = (await cachesOf(before))[begun] ?? [];
		expect(loaded).toContain('/en/');
		await one.kill();
		await gate.stop();
		const two = await mortal(folder);
		const after = await two.browser.contexts()[0]!.newPage();
		await open(after);
		expect(await title(after).textContent()).toBe('Hall');
		const answer = await after.goto(`${gate.address}fa/about/`);
		expect(await answer?.text()).toBe(readFileSync(join(first, 'fa/about/index.html'), 'utf8'));
		gate.open();
		await gate.start();
		gate.asked.length = 0;
		await open(after);
		await expect
			.poll(() =>
				title(after)
					.textContent()
					.catch(() => ''),
			)
			.toBe('Anew');
		expect(gate.asked.filter((path) => path === '/en/')).toEqual([]);
		await two.kill();
	});

	it('with a file that is not the listed one is not shown', async () => {
		const { gate, keep, open, page } = tablet;
		await keep();
		await gate.show(second);
		gate.instead.set('/fa/about/', '"something else"');
		await open();
		await expect.poll(() => gate.asked.filter((path) => path === '/fa/about/').length).toBe(2);
		await page.waitForLoadState('networkidle');
		expect(await versionOf(page, 'exhibition')).toBe(versionIn(first));
		expect((await cachesOf(page))[`/pages-${versionIn(second)}`]).not.toContain(
			'/.offline/complete',
		);
	});
});
