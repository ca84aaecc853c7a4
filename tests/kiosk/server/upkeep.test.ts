import { describe, expect, it } from 'vitest';
import { isNight, fromOpening } from '../../../src/kiosk/server/hours.ts';
import { isDaily, isTooLarge } from '../../../src/kiosk/server/upkeep.ts';

const at = (time: string, day = 26) => {
	const [hours, minutes] = time.split(':').map(Number);
	return new Date(2026, 10, day, hours, minutes).getTime();
};
const day = { isSynced: true, age: 20 * 3_600_000, offsetMinutes: 5, isIdle: true };

describe('the daily restart', () => {
	it.each([
		['04:30', {}, false],
		['04:35', {}, true],
		['04:35', { isIdle: false }, false],
		['05:34', { isIdle: false }, false],
		['05:35', { isIdle: false }, true],
		['12:00', {}, false],
		['04:50', { age: 900_000 }, false],
		['12:00', { isSynced: false }, false],
		['12:00', { isSynced: false, age: 24.2 * 3_600_000 }, true],
		['12:00', { isSynced: false, age: 24.2 * 3_600_000, isIdle: false }, false],
		['12:00', { isSynced: false, age: 25.2 * 3_600_000, isIdle: false }, true],
	])('at %s, %o: %s', (time, given, expected) => {
		expect(isDaily({ ...day, ...given, now: at(time) })).toBe(expected);
	});
});

describe('memory', () => {
	it.each([
		[undefined, 4096, true, false],
		[1500, 4096, true, false],
		[1600, 4096, true, true],
		[1600, 4096, false, false],
		[3300, 4096, false, true],
		[700, 1024, true, true],
		[700, 1024, false, false],
	])('%s MB of %i: %s', (pssMb, ramMb, isIdle, expected) => {
		expect(isTooLarge({ pssMb, ramMb, isIdle })).toBe(expected);
	});
});

describe('opening hours', () => {
	const hours = { open: '10:00', close: '18:00', closed: ['mon' as const] };
	it.each([
		['09:59', 26, true],
		['10:00', 26, false],
		['17:59', 26, false],
		['18:00', 26, true],
		// A Monday.
		['12:00', 30, true],
	])('at %s on the %i: night is %s', (time, date, expected) => {
		expect(isNight(hours, at(time, date))).toBe(expected);
	});

	it('may pass midnight', () => {
		const late = { open: '18:00', close: '02:00', closed: ['mon' as const] };
		expect(isNight(late, at('23:00'))).toBe(false);
		expect(isNight(late, at('01:00'))).toBe(false);
		expect(isNight(late, at('03:00'))).toBe(true);
		// Tuesday's first hours belong to a closed Monday.
		expect(isNight(late, at('01:00', 24))).toBe(true);
	});

	it('tell how far it is to their beginning, before or after', () => {
		expect(fromOpening(hours, at('09:58'))).toBe(120_000);
		expect(fromOpening(hours, at('10:03'))).toBe(180_000);
		expect(fromOpening({ open: '00:00', close: '18:00' }, at('23:59'))).toBe(60_000);
		expect(fromOpening(undefined, at('10:00'))).toBe(Infinity);
		expect(isNight(undefined, at('03:00'))).toBe(false);
	});
});
