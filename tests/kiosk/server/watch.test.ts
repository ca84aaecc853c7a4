import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/lib/kiosk/contract.ts';
import { Orders } from '../../../src/kiosk/server/orders.ts';
import { Reboots } from '../../../src/kiosk/server/reboots.ts';
import { Screens } from '../../../src/kiosk/server/screens.ts';
import { Watch } from '../../../src/kiosk/server/watch.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { beat, FakeBrowsers, FakeClock } from './kiosk.ts';

async function watching({ expected = ['main'], folder = '' } = {}) {
	const clock = new FakeClock();
	const [browsers, orders] = [new FakeBrowsers(), new Orders()];
	const screens = new Screens(clock, () => ['road']);
	const file = join(folder || (await temporaryFolder()), 'reboots.json');
	const sent: Order[] = [];
	orders.join('main', (order) => sent.push(order));
	const state = { isShowing: true, reboots: 0, isSynced: true };
	const watch = new Watch({
		...{ clock, screens, orders, browsers, expected, ramMb: 4096 },
		reboots: await Reboots.open(file, clock),
		reboot: async () => void state.reboots++,
		isSynced: () => state.isSynced,
		isShowing: () => state.isShowing,
		random: () => 0,
		say: () => undefined,
	});
	/** A second after the other, as kioskd does. */
	const pass = async (seconds: number, pssMb?: number, beats = false) => {
		for (let second = 0; second < seconds; second++) {
			clock.pass(1000);
			if (beats && second % 15 === 0) {
				screens.heard(beat);
				watch.sign('main');
			}
			await watch.tick(pssMb);
		}
	};
	return { clock, browsers, screens, sent, state, watch, pass, file };
}

describe('a page that falls silent', () => {
	it('is told to load anew, then gets a new browser, then a new start of the device', async () => {
		const one = await watching();
		one.watch.sign('main');
		await one.pass(44);
		expect(one.sent).toEqual([]);
		await one.pass(1);
		expect(one.sent).toEqual([{ order: 'reload' }]);
		expect(one.browsers.restarted).toEqual([]);
		await one.pass(5);
		expect(one.browsers.restarted).toEqual(['main']);
		// 15 s to start, 50 s of silence, twice more.
		await one.pass(2 * 65);
		expect(one.browsers.restarted).toHaveLength(3);
		expect(one.state.reboots).toBe(0);
		await one.pass(65);
		expect(one.state.reboots).toBe(1);
	});

	it('is left alone while it beats', async () => {
		const one = await watching();
		await one.pass(600, undefined, true);
		expect([one.sent, one.browsers.restarted, one.state.reboots]).toEqual([[], [], 0]);
	});

	it('is no reason for anything where its browser is not ours, or the calm page is shown', async () => {
		const elsewhere = await watching({ expected: [] });
		elsewhere.browsers.running = false;
		elsewhere.watch.sign('look');
		await elsewhere.pass(700);
		expect([elsewhere.browsers.restarted, elsewhere.watch.screens]).toEqual([[], []]);
		const calm = await watching();
		calm.state.isShowing = false;
		await calm.pass(700);
		expect([calm.sent, calm.browsers.restarted]).toEqual([[], []]);
	});

	it('gets a new browser where it does not listen, when all are to be loaded anew', async () => {
		const one = await watching({ expected: ['main', 'deaf'] });
		one.watch.reload();
		await one.pass(1);
		expect(one.sent).toEqual([{ order: 'reload' }]);
		expect(one.browsers.restarted).toEqual(['deaf']);
	});

	it('a screen that should be there and never said anything counts as silent', async () => {
		const one = await watching();
		await one.pass(70);
		expect(one.browsers.restarted).toEqual(['main']);
	});
});

describe('when nothing helps', () => {
	it('three reboots in an hour of running are the end, and an hour later it tries again', async () => {
		const folder = await temporaryFolder();
		for (let reboot = 1; reboot <= 3; reboot++) {
			const one = await watching({ folder });
			await one.pass(300);
			expect(one.state.reboots, `start ${reboot}`).toBe(1);
		}
		const last = await watching({ folder });
		await last.pass(300);
		expect([last.state.reboots, last.watch.hasGivenUp]).toEqual([0, true]);
		// The calm page has to be loaded, by a browser that follows.
		expect(last.browsers.restarted).toHaveLength(4);
		let seconds = 0;
		for (; last.watch.hasGivenUp && seconds < 3600; seconds++) await last.pass(1);
		// The first of the three was ten minutes before.
		expect(seconds).toBeGreaterThan(1800);
		expect(seconds).toBeLessThan(3600);
	});
});

describe('upkeep', () => {
	it('a browser that has grown is restarted in ATTRACT; at once when the device runs out', async () => {
		const large = await watching();
		await large.pass(310, 1400, true);
		expect(large.browsers.restarted).toEqual([]);
		await large.pass(10, 1600, true);
		expect(large.browsers.restarted).toEqual(['main']);
		const used = await watching();
		const use = async (seconds: number, pssMb: number) => {
			for (let second = 0; second < seconds; second++) {
				used.clock.pass(1000);
				used.screens.heard({ ...beat, state: 'browse' });
				used.watch.sign('main');
				await used.watch.tick(pssMb);
			}
		};
		await use(310, 3000);
		expect(used.browsers.restarted).toEqual([]);
		await use(1, 3300);
		expect(used.browsers.restarted).toEqual(['main']);
	});

	it('once a day at half past four', async () => {
		const one = await watching();
		one.clock.wall = new Date(2026, 10, 27, 0, 0).getTime();
		await one.pass(4.5 * 3600 - 1, undefined, true);
		expect(one.browsers.restarted).toEqual([]);
		await one.pass(3 * 3600, undefined, true);
		expect(one.browsers.restarted).toEqual(['main']);
		expect(one.watch.restarts24h).toBe(1);
	});
});
