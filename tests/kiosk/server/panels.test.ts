import { expect, it } from 'vitest';
import { Panels } from '../../../src/kiosk/server/panels.ts';
import { Screens } from '../../../src/kiosk/server/screens.ts';
import { beat, FakeClock, post, stage } from './kiosk.ts';

/** Two screens, of which the first one's panel is off at night; `broken`: what cannot be run. */
function hall(broken = /^$/) {
	const clock = new FakeClock();
	const screens = new Screens(clock, () => []);
	const [ran, restarted, said]: string[][] = [[], [], []];
	const panels = new Panels({
		...{ outputs: ['DP-1'], clock, screens },
		run: async (command, args) => {
			if (broken.test(args.join(' '))) throw new Error('no wlr-randr');
			ran!.push([command, ...args].join(' '));
		},
		restart: async (screen) => void restarted!.push(screen),
		say: (sentence) => said!.push(sentence),
	});
	const hear = async (state: 'attract' | 'night', more = {}, screen = 'DP-1') => {
		clock.pass(15_000);
		screens.heard({ ...beat, screen, state, ...more });
		await panels.tick();
	};
	return { clock, panels, ran: ran!, restarted: restarted!, said: said!, hear };
}
const start = (power: string) => `systemctl start kiosk-panel-${power}@DP-1.service`;

it('a panel is off while its page is black, and no other panel is touched', async () => {
	const { ran, restarted, hear } = hall();
	await hear('attract', {}, 'DP-2');
	await hear('night', {}, 'DP-2');
	expect(ran).toEqual([]);
	for (const state of ['attract', 'night', 'night', 'attract', 'attract', 'attract'] as const) {
		await hear(state, { isFull: true });
	}
	// The first: kioskd may have been started while it was off.
	expect(ran).toEqual([start('on'), start('off'), start('on')]);
	expect(restarted).toEqual([]);
});

it('a page that does not fill the screen again is started anew, once', async () => {
	const { restarted, hear } = hall();
	await hear('night');
	await hear('attract', { isFull: false });
	await hear('attract', { isFull: false });
	expect(restarted).toEqual([]);
	await hear('attract', { isFull: false });
	await hear('attract', { isFull: false });
	expect(restarted).toEqual(['DP-1']);
});

it('a page of an older release, which does not say, is left', async () => {
	const { restarted, hear } = hall();
	for (const state of ['night', 'attract', 'attract', 'attract'] as const) await hear(state);
	expect(restarted).toEqual([]);
});

it('what cannot be switched off stays black, and is told once', async () => {
	const { ran, restarted, said, hear } = hall(/./);
	for (const state of ['night', 'night', 'attract', 'attract'] as const) await hear(state);
	expect([ran, restarted]).toEqual([[], []]);
	expect(said).toEqual([
		'the panel of DP-1 cannot be switched off (no wlr-randr)',
		'the panel of DP-1 cannot be switched on (no wlr-randr)',
	]);
});

it('a panel that does not come on has its browser started anew', async () => {
	const { restarted, hear } = hall(/panel-on/);
	await hear('night');
	await hear('attract');
	await hear('attract');
	expect(restarted).toEqual(['DP-1']);
});

it('a silent page changes nothing', async () => {
	const { ran, clock, panels, hear } = hall();
	await hear('night');
	clock.pass(3_600_000);
	await panels.tick();
	expect(ran).toEqual([start('off')]);
});

it('kioskd does it where its kiosk.json says', async () => {
	const one = await stage({ 'kiosk.json': JSON.stringify({ nightOff: ['main'] }) });
	const kiosk = await one.open();
	await post(kiosk, '/hb', { ...beat, state: 'night', isFull: true });
	await kiosk.tick();
	expect(one.programs).toEqual(['systemctl start kiosk-panel-off@main.service']);
});
