import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { autonym, countryName, formatDate, formatDay } from '../../../src/lib/i18n/dates.ts';

/** Among them the homes of the Persian and the Buddhist calendar. */
const languages = ['en', 'ru', 'tg', 'ky', 'uz', 'kk', 'fa', 'ps', 'ar', 'ar-SA', 'th'];
const digits = (number: number, lang: string) =>
	new Intl.NumberFormat(lang, { useGrouping: false }).format(number);
const dayOf = (year: number, month: number, day: number) =>
	[year, month, day].map((part) => String(part).padStart(2, '0')).join('-');

afterEach(() => vi.unstubAllEnvs());

describe('a date', () => {
	it.each([
		['2016', 'year', 'en', '2016'],
		['2016-11', 'month', 'en', 'November 2016'],
		['2016-11-03', 'day', 'en', 'November 3, 2016'],
		['2016', 'year', 'fa', '۲۰۱۶'],
		['2016-11', 'month', 'fa', 'نوامبر ۲۰۱۶'],
		['2016-11-03', 'day', 'fa', '۳ نوامبر ۲۰۱۶'],
		['2016-11', 'month', 'tg', 'ноябри 2016'],
		['2016-11-03', 'day', 'tg', '3 ноябри 2016'],
		['2016-05-03', 'day', 'tg', '3 майи 2016'],
		['2016', 'year', 'tg', '2016'],
		['2016-11-03', 'day', 'ky', '2016-ж., 3-ноябрь'],
		['2016-11', 'month', 'ru', 'ноябрь 2016 г.'],
		['2016-11-03', 'day', 'ru', '3 ноября 2016 г.'],
	] as const)('%s to the %s in %s is %s', (value, precision, lang, words) => {
		expect(formatDate({ value, precision }, lang)).toBe(words);
	});

	it('is of the Gregorian calendar in every language, and tells no other day', () => {
		const numbers = (words: string) => words.match(/\p{Nd}+/gu)?.sort();
		fc.assert(
			fc.property(
				fc.constantFrom(...languages),
				fc.integer({ min: 1900, max: 2100 }),
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1, max: 28 }),
				(lang, year, month, day) => {
					const words = formatDay(dayOf(year, month, day), lang);
					expect(numbers(words)).toEqual([digits(year, lang), digits(day, lang)].sort());
				},
			),
		);
	});

	it('tells no day where only the month is known, and no month where only the year is', () => {
		for (const lang of languages) {
			const month = formatDate({ value: '2016-11', precision: 'month' }, lang);
			expect(month.match(/\p{Nd}+/gu)).toEqual([digits(2016, lang)]);
			const year = formatDate({ value: '2016', precision: 'year' }, lang);
			expect(year).toBe(digits(2016, lang));
		}
	});

	it.each(['Pacific/Kiritimati', 'Asia/Dushanbe', 'UTC', 'America/Los_Angeles'])(
		'is the same on a computer in %s',
		(zone) => {
			vi.stubEnv('TZ', zone);
			expect(formatDay('2016-01-01', 'en')).toBe('January 1, 2016');
			expect(formatDay('2016-12-31', 'en')).toBe('December 31, 2016');
			expect(formatDate({ value: '2016', precision: 'year' }, 'en')).toBe('2016');
		},
	);
});

describe('names', () => {
	it('of countries are in the language of the page', () => {
		expect(countryName('TJ', 'en')).toBe('Tajikistan');
		expect(countryName('TJ', 'fa')).toBe('تاجیکستان');
		expect(countryName('TJ', 'tg')).toBe('Тоҷикистон');
	});

	it('of a country that has none are its code', () => expect(countryName('AB', 'en')).toBe('AB'));

	it.each([
		['en', 'English'],
		['fa', 'فارسی'],
		['tg', 'Тоҷикӣ'],
		['ru', 'Русский'],
		['ky', 'Кыргызча'],
	])('of %s is %s, for those who read no other', (lang, name) => {
		expect(autonym(lang)).toBe(name);
	});

	it('of a language that nobody knows is its code', () => expect(autonym('qaa')).toBe('qaa'));
});
