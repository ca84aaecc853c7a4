/** `YYYY-MM-DD`. Days compare as text. No clock and no time zone is asked here: the day is an input. */
export type Day = string;

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isDay(value: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(value) && isPartialDate(value);
}

/** `2016`, `2016-11` or `2016-11-03`, and it exists in the calendar. */
export function isPartialDate(value: string): boolean {
	const match = /^([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
	if (!match) return false;
	const [year, month, date] = [match[1], match[2] ?? '01', match[3] ?? '01'].map(Number);
	const last = month === 2 && !isLeap(year ?? 0) ? 28 : monthDays[(month ?? 0) - 1];
	return last !== undefined && date !== undefined && date >= 1 && date <= last;
}

function isLeap(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** ISO 3166-1 alpha-2, by what the runtime can name. */
export function isCountry(value: string): boolean {
	return /^[A-Z]{2}$/.test(value) && countryNames.of(value) !== value && value !== 'ZZ';
}

/** A language tag that the runtime understands (BCP 47 as ECMA-402 has it). */
export function isLanguage(value: string): boolean {
	try {
		return Intl.getCanonicalLocales(value).length === 1;
	} catch {
		return false;
	}
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/** The day so many years, months or days (ISO 8601, such as `P3Y` or `P18M`) after another. */
export function after(day: Day, duration: string): Day {
	const [years = 0, months = 0, days = 0] = durationParts(duration) ?? [];
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCFullYear(date.getUTCFullYear() + years, date.getUTCMonth() + months);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}

export function isDuration(value: string): boolean {
	return durationParts(value)?.some((part) => part > 0) ?? false;
}

function durationParts(duration: string): number[] | undefined {
	const match = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/.exec(duration);
	return match?.slice(1).map((part) => Number(part ?? 0));
}

/** Today as a calendar of this computer shows it. */
export function today(now = new Date()): Day {
	const pad = (number: number) => String(number).padStart(2, '0');
	return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
