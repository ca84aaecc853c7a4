import { describe, expect, it } from 'vitest';
import type { Heartbeat } from '../../../src/lib/kiosk/contract.ts';
import { Screens } from '../../../src/kiosk/server/screens.ts';
import { beat, FakeClock } from './kiosk.ts';

function heard() {
	const clock = new FakeClock();
	const screens = new Screens(clock, () => ['road', 'work']);
	const beats = (ms: number, change: Partial<Heartbeat> = {}) => {
		for (let passed = 0; passed < ms; passed += 15_000) {
			clock.pass(15_000);
			screens.heard({ ...beat, ...change });
		}
	};
	return { clock, screens, beats };
}

describe('a quiet moment', () => {
	it('is ATTRACT for long enough, without a touch', () => {
		const { screens, beats } = heard();
		beats(120_000);
		expect(screens.isQuiet(120_000)).toBe(false);
		beats(15_000);
		expect(screens.isQuiet(120_000)).toBe(true);
		beats(15_000, { state: 'browse', sinceTouchMs: 2000 });
		expect(screens.isQuiet(0)).toBe(false);
		beats(135_000);
		expect(screens.isQuiet(120_000)).toBe(true);
	});

	it('is not there while one of two screens is in use, or kioskd has just begun', () => {
		const { screens, beats } = heard();
		expect(screens.isQuiet(120_000)).toBe(false);
		beats(150_000);
		screens.heard({ ...beat, screen: 'second', state: 'lightbox' });
		expect(screens.isQuiet(120_000)).toBe(false);
	});

	it('a touch that began nothing counts too', () => {
		const { screens, beats } = heard();
		beats(150_000);
		screens.heard({ ...beat, sinceTouchMs: 60_000 });
		expect(screens.isQuiet(120_000)).toBe(false);
		expect(screens.isQuiet(30_000)).toBe(true);
	});

	it('NIGHT is idle, and no time for a new release', () => {
		const { screens, beats } = heard();
		beats(400_000, { state: 'night' });
		expect([screens.isIdle(300_000), screens.isQuiet(120_000)]).toEqual([true, false]);
	});
});

describe('a release on probation', () => {
	it.each<[string, Partial<Heartbeat>, boolean]>([
		['all well', {}, true],
		['another release', { release: 'old' }, false],
		['not in ATTRACT', { state: 'boot' }, false],
		['a gallery whose pictures it cannot show', { decoded: ['road'] }, false],
	])('%s: %s', (_, change, expected) => {
		const { screens } = heard();
		screens.heard({ ...beat, release: 'r2', ...change });
		expect(screens.hasPassed('r2')).toBe(expected);
	});

	it('has not passed where no screen, or only one of two, says so', () => {
		const { screens } = heard();
		expect(screens.hasPassed('r2')).toBe(false);
		screens.heard({ ...beat, release: 'r2' });
		screens.heard({ ...beat, release: 'r1', screen: 'second' });
		expect(screens.hasPassed('r2')).toBe(false);
	});
});

it('a release is in use while a visitor looks at it', () => {
	const { clock, screens } = heard();
	screens.heard({ ...beat, release: 'r2' });
	expect(screens.isInUse('r2')).toBe(false);
	screens.heard({ ...beat, release: 'r2', state: 'lightbox' });
	expect([screens.isInUse('r2'), screens.isInUse('r1')]).toEqual([true, false]);
	clock.pass(61_000);
	expect(screens.isInUse('r2')).toBe(false);
});

it('screens that were heard long ago are forgotten, and so many are kept', () => {
	const { clock, screens } = heard();
	for (let n = 0; n < 40; n++) screens.heard({ ...beat, screen: `s${n}` });
	expect(screens.all).toHaveLength(16);
	clock.pass(11 * 60_000);
	screens.heard(beat);
	expect(screens.all.map(({ heartbeat }) => heartbeat.screen)).toEqual(['main']);
});
