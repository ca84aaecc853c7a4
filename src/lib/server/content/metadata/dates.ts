import { isPartialDate } from '../day.ts';

/**
 * A date of XMP (`2016-11-03T10:00+05:00`), EXIF (`2016:11:03 10:00:00`) or IPTC (`20161103`) as a
 * partial date. Months and days of zeros or blanks are not known (EXIF 3.0, 4.6.5; IIM 4.2, 2:55).
 * Undefined for a date that the calendar does not have: half of a wrong date is no better.
 */
export function partialDate(written: string | undefined): string | undefined {
	const match =
		/^\s*(\d{4})(?:([-:/.]?)(\d\d| {2})(?:\2(\d\d| {2}))?)?(?=$|[\s\0TZ+])/.exec(written ?? '') ??
		[];
	const [, year, , month, day] = match;
	const known = [year, month, day].map((part) => (part?.trim() && Number(part) ? part : undefined));
	const missing = known.indexOf(undefined);
	const date = known.slice(0, missing < 0 ? 3 : missing).join('-');
	return isPartialDate(date) ? date : undefined;
}

/** The first that is a date. */
export function firstDate(...written: (string | undefined)[]): string | undefined {
	return written.map(partialDate).find((date) => date !== undefined);
}
