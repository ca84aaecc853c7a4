import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { healthSchema } from '../../../src/kiosk/server/health.ts';
import { ask, beat, post, staffed } from './kiosk.ts';

describe('the staff menu', () => {
	it('needs a session that is over after a minute, or when staff end it', async () => {
		const one = await staffed();
		const kiosk = await one.open();
		expect((await post(kiosk, '/kioskd/staff/health', {})).status).toBe(401);
		const act = await one.enter(kiosk);
		expect((await act('health')).status).toBe(200);
		one.clock.pass(59_000);
		expect((await act('health')).status).toBe(200);
		one.clock.pass(61_000);
		expect((await act('health')).status).toBe(401);
		const again = await one.enter(kiosk);
		expect((await again('end')).status).toBe(200);
		expect((await again('health')).status).toBe(401);
	});

	it('runs what it names, and nothing else', async () => {
		const one = await staffed();
		const kiosk = await one.open();
		await post(kiosk, '/hb', beat);
		const act = await one.enter(kiosk);
		await act('reboot');
		await act('poweroff');
		await act('clock', { time: '2026-11-26T10:05' });
		expect(one.programs).toEqual([
			...['systemctl reboot', 'systemctl poweroff', 'timedatectl set-ntp false'],
			...['timedatectl set-time 2026-11-26 10:05:00', 'timedatectl set-ntp true'],
		]);
		await act('restart');
		expect(one.browsers.restarted).toEqual(['main']);
		await act('exit');
		expect(one.browsers.exits).toBe(1);
		expect((await act('format')).status).toBe(404);
		expect((await act('constructor')).status).toBe(404);
		expect((await act('clock', { time: '; reboot' })).status).toBe(400);
		expect((await act('volume', { volume: 2 })).status).toBe(400);
	});

	it('what staff set outlives a restart', async () => {
		const one = await staffed({ language: 'tg' });
		const kiosk = await one.open();
		const act = await one.enter(kiosk);
		await act('language', { language: 'fa' });
		await act('volume', { volume: 0.1 });
		await kiosk.close();
		const { text } = await ask(await one.open(), '/kioskd/setup?screen=main');
		expect(JSON.parse(text)).toMatchObject({ language: 'fa', volume: 0.1 });
	});

	it('an update is asked of whoever brings releases', async () => {
		const one = await staffed();
		let asked = 0;
		const kiosk = await one.open({
			releases: () =>
				Promise.resolve({
					shown: () => ({ id: 'r1', folder: join(one.folder, 'site') }),
					status: () => ({ pending: 'r2', lastUpdate: { at: 'now', ok: false, error: 'no' } }),
					updateNow: async () => void asked++,
					tick: () => Promise.resolve(),
				}),
		});
		expect((await (await one.enter(kiosk))('update')).status).toBe(200);
		expect(asked).toBe(1);
		const health = v.parse(healthSchema, await kiosk.health());
		expect(health).toMatchObject({ pending: 'r2', lastUpdate: { ok: false, error: 'no' } });
	});
});
