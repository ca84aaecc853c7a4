import { expect, it } from 'vitest';
import type { StateName } from '../../../src/lib/kiosk/contract.ts';
import { next, type Happening, type State } from '../../../src/lib/kiosk/machine.ts';

const happenings = [
	...['loaded', 'failed', 'touch', 'enter', 'photo', 'wall', 'code', 'back'],
	...['idle', 'over', 'again', 'cleared', 'night', 'day', 'corner', 'leave'],
] as const as readonly Happening[];

/** Where each state leads; what is not named leads nowhere. */
const leads: Record<StateName, Partial<Record<Happening, StateName>>> = {
	boot: { loaded: 'attract', failed: 'error' },
	error: { loaded: 'attract' },
	attract: { enter: 'browse', night: 'night', corner: 'staff' },
	browse: {
		photo: 'lightbox',
		code: 'qr',
		idle: 'warn',
		again: 'reset',
		night: 'night',
		corner: 'staff',
	},
	lightbox: {
		wall: 'browse',
		code: 'qr',
		idle: 'warn',
		again: 'reset',
		night: 'night',
		corner: 'staff',
	},
	qr: { back: 'browse', wall: 'qr', idle: 'warn', again: 'reset', night: 'night', corner: 'staff' },
	warn: { touch: 'browse', over: 'reset', again: 'reset', night: 'night', corner: 'staff' },
	reset: { cleared: 'attract' },
	night: { touch: 'attract', day: 'attract', corner: 'staff' },
	staff: { leave: 'reset', night: 'night' },
};

it.each(Object.entries(leads))('%s leads where it may, and nowhere else', (name, to) => {
	const state: State = { name: name as StateName };
	for (const happening of happenings) {
		const after = next(state, happening);
		expect([happening, after.name]).toEqual([happening, to[happening] ?? name]);
		// Else the page would believe that something had happened.
		if (to[happening] === undefined) expect(after).toBe(state);
	}
});

const after = (...all: Happening[]) =>
	all.reduce<State>((state, happening) => next(state, happening), { name: 'attract' });

it.each([
	['a wall', ['enter', 'idle', 'touch'], 'browse'],
	['a photo', ['enter', 'photo', 'idle', 'touch'], 'lightbox'],
	['a code on a wall', ['enter', 'code', 'idle', 'touch'], 'qr'],
	['the photo whose code was shown', ['enter', 'photo', 'code', 'back'], 'lightbox'],
	['the wall whose code was shown', ['enter', 'code', 'back'], 'browse'],
	[
		'the wall, its photo being left beneath the code',
		['enter', 'photo', 'code', 'wall', 'back'],
		'browse',
	],
] as const)('who was warned or shown a code goes on with %s', (_, happened, name) => {
	expect(after(...happened).name).toBe(name);
});
