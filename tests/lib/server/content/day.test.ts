import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	after,
	isCountry,
	isDay,
	isDuration,
	isPartialDate,
	today,
} from '../../../../src/lib/server/content/day.ts';

describe('dates', () => {
	it.each(['2016', '2016-11', '2016-11-03', '2024-02-29'])('%s exists', (value) => {
		expect(isPartialDate(value)).toBe(true);
	});

	it.each([
		'',
		'16',
		'0016',
		'2016-13',
		'2016-00',
		'2016-1',
		'2023-02-29',
		'2016-11-31',
		'2016-11-03T10:00',
	])('"%s" does not', (value) => expect(isPartialDate(value)).toBe(false));

	it('knows every day that the calendar has, and no other', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1000, max: 2999 }),
				fc.integer({ min: 0, max: 13 }),
				fc.integer({ min: 0, max: 32 }),
				(year, month, day) => {
					const pad = (number: number) => String(number).padStart(2, '0');
					const date = new Date(Date.UTC(year, month - 1, day));
					const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
					expect(isDay(`${year}-${pad(month)}-${pad(day)}`)).toBe(exists);
				},
			),
		);
	});

	it('adds a duration', () => {
		expect(after('2025-11-03', 'P3Y')).toBe('2028-11-03');
		expect(after('2024-01-31', 'P18M')).toBe('2025-07-31');
		expect(after('2026-12-31', 'P1D')).toBe('2027-01-01');
	});

	it('takes durations of years, months and days that last', () => {
		expect(['P3Y', 'P18M', 'P90D', 'P1Y6M'].every(isDuration)).toBe(true);
		expect(['3Y', 'P', 'P0D', 'PT5H', 'P3W', ''].some(isDuration)).toBe(false);
	});

	it('knows countries by their codes', () => {
		expect(['TJ', 'RU', 'KZ', 'AF'].every(isCountry)).toBe(true);
		expect(['tj', 'TJK', 'XX', 'ZZ', ''].some(isCountry)).toBe(false);
	});

	it('takes today from the calendar on the wall, not from Greenwich', () => {
		expect(today(new Date(2026, 0, 1, 0, 30))).toBe('2026-01-01');
	});
});
