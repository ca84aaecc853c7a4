import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { healthSchema } from '../../../src/kiosk/server/health.ts';
import { ask, beat, listen, post, stage, staffed } from './kiosk.ts';

describe('setup', () => {
	it('tells the page what it may know of the device, and no more', async () => {
		const panel = { width_mm: 700, height_mm: 400, bottom_mm: 800, distance_mm: 600 };
		const one = await staffed({ panel, headphones: true, language: 'tg', sources: ['/x'] });
		const { text } = await ask(await one.open(), '/kioskd/setup?screen=HDMI-A-1');
		expect(JSON.parse(text)).toEqual({
			...{ release: 'desk', screen: 'HDMI-A-1', panel, headphones: true, volume: 0.5 },
			...{ language: 'tg', hidden: [], isNight: false },
		});
		expect(text).not.toContain('scrypt');
	});
});

describe('heartbeats and health', () => {
	it('a well screen gives a well kiosk, a silent one does not', async () => {
		const one = await stage();
		const kiosk = await one.open();
		await post(kiosk, '/hb', { ...beat, state: 'browse', sinceTouchMs: 4000, fps: 58 });
		const { status, text } = await ask(kiosk, '/health');
		expect(status).toBe(200);
		const health = v.parse(healthSchema, JSON.parse(text));
		expect(health).toMatchObject({
			...{ release: 'desk', state: 'browse', lastTouch: 4, fps: 58, clock: 'synced' },
			screens: [{ name: 'main', w: 1920, h: 1080, ok: true }],
		});
		one.clock.pass(61_000);
		const later = await ask(kiosk, '/health');
		expect(later.status).toBe(503);
		expect(JSON.parse(later.text).screens).toEqual([{ name: 'main', w: 1920, h: 1080, ok: false }]);
	});

	it('the same lies in a file, and fits its schema', async () => {
		const one = await stage();
		await one.open({ run: join(one.folder, 'run') });
		const file = join(one.folder, 'run', 'health.json');
		expect(existsSync(file)).toBe(true);
		expect(v.parse(healthSchema, JSON.parse(await readFile(file, 'utf8'))).v).toBe(1);
		expect(existsSync(`${file}.tmp`)).toBe(false);
	});
});

describe('orders', () => {
	it('have a page of another release loaded anew, unless a visitor uses it', async () => {
		const one = await stage();
		const kiosk = await one.open();
		const page = await listen(kiosk, 'main');
		await post(kiosk, '/hb', beat);
		await post(kiosk, '/hb', { ...beat, release: 'before', state: 'browse' });
		await post(kiosk, '/hb', { ...beat, release: 'before' });
		await vi.waitFor(() => expect(page.orders).toEqual([{ order: 'reload' }]));
		page.close();
	});

	it('reach the pages that listen', async () => {
		const one = await staffed();
		const kiosk = await one.open();
		const page = await listen(kiosk, 'main');
		const act = await one.enter(kiosk);
		await act('language', { language: 'fa' });
		await act('volume', { volume: 0.25 });
		await act('cleaning');
		await act('hide', { photo: 'shoes' });
		await vi.waitFor(() => expect(page.orders).toHaveLength(4));
		expect(page.orders).toEqual([
			{ order: 'language', language: 'fa' },
			{ order: 'volume', volume: 0.25 },
			{ order: 'cleaning', seconds: 60 },
			{ order: 'hidden', photos: ['shoes'] },
		]);
		page.close();
	});

	it('a page whose connection breaks gets a new browser within seconds, one that returns does not', async () => {
		const one = await stage();
		const kiosk = await one.open();
		const page = await listen(kiosk, 'main');
		await post(kiosk, '/hb', beat);
		page.close();
		// The break is seen as soon as the system tells it; then 4 s have to pass.
		await vi.waitFor(async () => {
			one.clock.pass(4_100);
			await kiosk.tick();
			expect(one.browsers.restarted).toEqual(['main']);
		});
		const again = await listen(kiosk, 'main');
		one.clock.pass(10_000);
		await kiosk.tick();
		expect(one.browsers.restarted).toHaveLength(1);
		again.close();
	});
});

describe('hiding', () => {
	it('a hidden photo is not there at once, nor after a restart, until it is unhidden', async () => {
		const one = await staffed();
		let kiosk = await one.open();
		const picture = () => ask(kiosk, '/media/shoes-640.avif');
		expect((await picture()).status).toBe(200);
		await (
			await one.enter(kiosk)
		)('hide', { photo: 'shoes' });
		expect((await picture()).status).toBe(404);
		expect((await ask(kiosk, '/media/%73hoes-640.avif')).status).toBe(404);
		expect((await ask(kiosk, '//media/shoes-640.avif')).status).toBe(404);
		for (const path of [
			...['/media/shoes-640.avif/', '/media/./x/../shoes-640.avif', '/media%2Fshoes-640.avif'],
			...['/media/%2F/shoes-640.avif', '/media%2F.%2Fshoes-640.avif', '/media/shoes-640.avif?x'],
			...['/en/galleries/road/shoes/', '/en/galleries/road/shoes/index.html'],
			...['/en/galleries/road/shoes/index', '/media/shoes-640%2Eavif'],
		]) {
			expect((await ask(kiosk, path)).text, path).toBe('not here');
		}
		expect((await ask(kiosk, '/media/train-640.avif')).status).toBe(200);
		await kiosk.close();
		kiosk = await one.open();
		expect((await picture()).status).toBe(404);
		expect((await kiosk.health()).hidden).toEqual(['shoes']);
		await (
			await one.enter(kiosk)
		)('unhide', { photo: 'shoes' });
		expect((await picture()).status).toBe(200);
	});
});

describe('what may not be shown any more', () => {
	it('is told to pages that still name it, with what staff took off', async () => {
		const one = await staffed();
		let gone = ['tea'];
		const kiosk = await one.open({
			releases: async () => ({
				shown: () => ({ id: 'r1', folder: join(one.folder, 'site') }),
				status: () => ({}),
				gone: () => gone,
				updateNow: async () => undefined,
				tick: async () => undefined,
			}),
		});
		const setup = JSON.parse((await ask(kiosk, '/kioskd/setup?screen=main')).text);
		expect(setup.hidden).toEqual(['tea']);
		const page = await listen(kiosk, 'main');
		await (
			await one.enter(kiosk)
		)('hide', { photo: 'shoes' });
		gone = ['tea', 'train'];
		await kiosk.tick();
		await vi.waitFor(() =>
			expect(page.orders.at(-1)).toEqual({ order: 'hidden', photos: ['shoes', 'tea', 'train'] }),
		);
		expect(page.orders[0]).toEqual({ order: 'hidden', photos: ['shoes', 'tea'] });
		// Its files are deleted by whoever brings releases; until then they are not there either.
		expect((await ask(kiosk, '/media/train-640.avif')).status).toBe(404);
		page.close();
	});
});
