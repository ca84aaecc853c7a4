import { describe, expect, it } from 'vitest';
import { alternates, localeOf } from '../../../src/lib/show/alternates.ts';
import { exhibitionEvent, imageGallery } from '../../../src/lib/show/structured.ts';
import { hall } from '../conventions/made.ts';

const venue = (name: string, from?: string, until?: string) => ({
	name: { en: name },
	from,
	until,
});

describe('what search engines are told of the exhibition', () => {
	it('is where and when it is to be seen, and whose it is, without a mail address', () => {
		const event = exhibitionEvent(hall(), 'fa');
		expect(event).toMatchObject({
			'@type': 'ExhibitionEvent',
			name: 'تالار',
			...{ startDate: '2026-12-01', endDate: '2027-01-31' },
			location: [
				{ '@type': 'Place', name: 'Hall' },
				{ '@type': 'VirtualLocation', url: 'https://example.org/a/hall/fa/' },
			],
			organizer: { '@type': 'Organization', name: 'A house' },
		});
		expect(JSON.stringify(event)).not.toContain('us@example.org');
	});

	it('has the days of each hall where there are several, and no end where one has none', () => {
		const venues = [venue('A', '2026-12-01', '2027-01-31'), venue('B', '2026-11-01')];
		const event = exhibitionEvent(hall({ venues }), 'en');
		expect(event).toMatchObject({ startDate: '2026-11-01', endDate: undefined });
		expect(event?.subEvent).toMatchObject([
			{ startDate: '2026-12-01', endDate: '2027-01-31', location: { name: 'A' } },
			{ startDate: '2026-11-01', location: { name: 'B' } },
		]);
	});

	it('is on the web alone where there is no hall', () => {
		expect(exhibitionEvent(hall({ venues: [] }), 'en')).toMatchObject({
			eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
			...{ startDate: undefined, endDate: undefined },
		});
	});

	it('is the pictures of a gallery that they may have', () => {
		const [road, room] = hall().galleries;
		expect(imageGallery(hall(), road!, 'en')).toMatchObject({
			'@type': 'ImageGallery',
			name: 'The road',
			url: 'https://example.org/a/hall/en/galleries/road/',
			image: [
				{ url: 'https://example.org/a/hall/en/galleries/road/tea/', expires: '2028-11-03' },
				{ url: 'https://example.org/a/hall/en/galleries/road/new/' },
			],
		});
		expect(imageGallery(hall(), room!, 'en')?.image).toEqual([]);
	});

	it('is nothing where the site has no address', () => {
		const nowhere = hall({ publicUrl: undefined });
		expect(exhibitionEvent(nowhere, 'en')).toBeUndefined();
		expect(imageGallery(nowhere, nowhere.galleries[0]!, 'en')).toBeUndefined();
	});
});

it.each([
	['en', 'en_US'],
	['tg', 'tg_TJ'],
	['fa', 'fa_IR'],
	['pt-BR', 'pt_BR'],
	['uz-Latn', 'uz_UZ'],
])('Open Graph names %s as %s', (lang, locale) => {
	expect(localeOf(lang)).toBe(locale);
});

it('a page in one language has no alternates', () => {
	expect(alternates('https://example.org', ['en'], [])).toEqual([]);
});
