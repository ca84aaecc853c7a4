import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../../src/vite/made.ts';
import { temporaryFolder } from '../support/folder.ts';
import { hallFolder } from '../support/hall.ts';
import {
	cacheNames,
	cachesOf,
	faultsOf,
	follow,
	mediaOf,
	unshown,
	workers,
} from '../support/keeping.ts';
import { buildQuietly, chosen } from '../support/site.ts';
import { ask, filesOf, listedIn, title, visitTablet } from '../support/tablet.ts';

let site: string;

beforeAll(async () => {
	site = join(await temporaryFolder(), 'site');
	await buildQuietly(chosen(await hallFolder(), site, { channel: 'kiosk' }));
});

const tablet = visitTablet(() => site);

describe('a tablet without kioskd', () => {
	it('says how much it is before anything is kept, and takes a no for good', async () => {
		const { gate, open, page } = tablet;
		await open();
		expect(await ask(page).textContent()).toMatch(/[\d۰-۹]/);
		expect([await workers(page), gate.asked.filter((path) => /2048|6000/.test(path))]).toEqual([
			0,
			[],
		]);
		await ask(page).locator('button').last().click();
		await open();
		await page.waitForLoadState('networkidle');
		expect(await ask(page).count()).toBe(0);
		expect(await workers(page)).toBe(0);
	});

	it('keeps one width of each photo, and everything else', async () => {
		const { gate, keep, page } = tablet;
		await keep();
		const listed = listedIn(site);
		const pictures = new Set(listed.flatMap(({ of }) => of ?? []));
		const media = await mediaOf(page);
		const kept = new Set(listed.filter(({ path }) => media.includes(`/${path}`)));
		expect([...kept].flatMap(({ of }) => of ?? []).sort()).toEqual([...pictures].sort());
		const whole = [...kept].find(({ of }) => of === 'both')?.path;
		expect(whole).toMatch(/-1280\.avif$/);
		expect(gate.asked.filter((path) => /-(2048|3840|6000)\./.test(path))).toEqual([]);
		const all = Object.values(await cachesOf(page)).flat();
		const missing = listed.filter(
			({ path, of }) => !of && !all.includes(`/${path.replace(/(^|\/)index\.html$/, '$1')}`),
		);
		expect(missing).toEqual([]);
	});

	it('shows every page and every photo in every language without a network', async () => {
		const { context, gate, keep, page } = tablet;
		await keep();
		await gate.stop();
		await context.setOffline(true);
		const faults = faultsOf(page);
		const files = (await filesIn(site)).filter((file) => /^(en|fa)\/.*index\.html$/.test(file));
		const paths = files.map((file) => `/${file.replace(/index\.html$/, '')}`);
		expect(paths.length).toBeGreaterThan(20);
		for (const path of paths) {
			const answer = await page.goto(new URL(path, gate.address).href);
			expect(await answer?.text(), path).toBe(readFileSync(join(site, path, 'index.html'), 'utf8'));
			await title(page).waitFor();
		}
		await page.evaluate(() => Object.assign(window, { isSame: true }));
		await page.locator('.attract button[lang="en"]').click();
		for (const path of paths) {
			await follow(page, path);
			expect([path, await unshown(page)]).toEqual([path, []]);
		}
		expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
		expect(faults).toEqual([]);
		await gate.start();
	});
});

it('a photo whose last day is over is taken away without a network', async () => {
	const { gate, keep, page } = tablet;
	await keep();
	const own = filesOf(site, 'ends');
	const left = async () => (await mediaOf(page)).filter((path) => own.includes(path));
	expect(await left()).toHaveLength(1);
	await page.evaluate(async () => {
		const [name = ''] = (await caches.keys()).filter((one) => one.includes('pages-'));
		const cache = await caches.open(name);
		const plan = (await (await cache.match('/.offline/plan'))!.text()).replace(
			'2028-11',
			'2020-11',
		);
		await cache.put('/.offline/plan', new Response(plan));
	});
	await gate.stop();
	await page.goto(`${gate.address}kiosk/`);
	await expect.poll(left).toEqual([]);
	expect((await mediaOf(page)).length).toBeGreaterThan(3);
	await gate.start();
});

it('the switch on the server ends it at the next contact, and nothing is left', async () => {
	const { gate, keep, open, page } = tablet;
	await keep();
	gate.instead.set('/sw-off.json', '{"off": true}');
	await open();
	await expect.poll(() => workers(page)).toBe(0);
	await expect.poll(() => cacheNames(page)).toEqual([]);
	await open();
	await page.waitForLoadState('networkidle');
	expect(await ask(page).count()).toBe(0);
});

it('where there is kioskd nothing is kept, and a worker that is there goes', async () => {
	const { gate, keep, open, page } = tablet;
	await keep();
	const setup = { release: 'r', screen: 'main', headphones: false, volume: 1, hidden: [] };
	gate.instead.set('/kioskd/setup?screen=main', JSON.stringify({ ...setup, isNight: false }));
	await open();
	await expect.poll(() => workers(page)).toBe(0);
	await expect.poll(() => cacheNames(page)).toEqual([]);
	await open();
	await page.waitForLoadState('networkidle');
	expect([await ask(page).count(), await workers(page)]).toEqual([0, 0]);
});
