import type { PhotoDate } from '../model.ts';

const parts = {
	year: { year: 'numeric' },
	month: { year: 'numeric', month: 'long' },
	day: { year: 'numeric', month: 'long', day: 'numeric' },
} as const;

/** As they stand before a year. CLDR writes them like names, with a capital, and without the joining -и. */
const tajikMonths = [
	...['январи', 'феврали', 'марти', 'апрели', 'майи', 'июни'],
	...['июли', 'августи', 'сентябри', 'октябри', 'ноябри', 'декабри'],
];

/** A date at its precision, in the Gregorian calendar: a month of one has no counterpart in another. */
export function formatDate({ value, precision }: PhotoDate, lang: string): string {
	const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
	if (/^tg\b/.test(lang) && precision !== 'year') {
		return [precision === 'day' ? day : '', tajikMonths[month - 1], year].join(' ').trim();
	}
	const format = new Intl.DateTimeFormat(`${lang}-u-ca-gregory`, {
		...parts[precision],
		timeZone: 'UTC',
	});
	return format.format(Date.UTC(year, month - 1, day));
}

/** A day such as `2026-12-01`. */
export function formatDay(value: string, lang: string): string {
	return formatDate({ value, precision: 'day' }, lang);
}

/** The name of a country by its ISO 3166-1 alpha-2 code. */
export function countryName(code: string, lang: string): string {
	return new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? code;
}

/** Those of our languages that not every browser has a name for. */
const autonyms: Readonly<Record<string, string>> = {
	...{ en: 'English', tg: 'Тоҷикӣ', ru: 'Русский', ky: 'Кыргызча', fa: 'فارسی' },
	...{ prs: 'دری', uz: 'Oʻzbekcha', ps: 'پښتو', kk: 'Қазақша' },
};

/** A language's name in itself, such as "فارسی". */
export function autonym(lang: string): string {
	const known = autonyms[lang];
	if (known) return known;
	const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
	return name === lang ? lang : name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
