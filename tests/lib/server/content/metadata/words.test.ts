import { describe, expect, it } from 'vitest';
import { countryOf } from '../../../../../src/lib/server/content/metadata/country.ts';
import { firstDate, partialDate } from '../../../../../src/lib/server/content/metadata/dates.ts';
import { textsByLanguage } from '../../../../../src/lib/server/content/metadata/languages.ts';
import { list, spoken, words } from '../../../../../src/lib/server/content/metadata/words.ts';

describe('words', () => {
	it('have one kind of line end and no control characters', () => {
		expect(words(' a\r\nb\rc\u2028d\0\x07e\tf\x9f\ufeff ')).toBe('a\nb\nc\nde\tf');
	});

	it('keep joiners, directions and markup', () => {
		const text = 'می\u200cخواهم \u200f<b>&amp;</b>';
		expect(words(text)).toBe(text);
	});

	it.each(['', ' \t\n', '\0\0\0', '\u200f \u200e\ufeff', undefined])('"%s" is none', (text) =>
		expect(words(text)).toBeUndefined(),
	);

	it('in a list stand once', () => {
		expect(list(['a', ' a', '', 'b'])).toEqual(['a', 'b']);
		expect(list(['', undefined])).toBeUndefined();
	});
});

describe('boilerplate', () => {
	it.each([
		'OLYMPUS DIGITAL CAMERA         ',
		'SONY DSC',
		'DCIM',
		'DCIM\\100MEDIA\\DJI_0042.JPG',
		'default',
		'MINOLTA DIGITAL CAMERA',
		'KONICA MINOLTA DIGITAL CAMERA',
		'SAMSUNG CAMERA PICTURES',
		'DIGITAL CAMERA',
		'Exif_JPEG_PICTURE',
		'<Digimax S500 / Kenox S500 >',
		'ASCII',
		'Untitled',
		'Untitled-1',
		'Created with GIMP',
		'CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90',
		'Screenshot',
		'Screenshot 2021-03-04 at 10.11.12',
		'File written by Adobe Photoshop® 5.0',
		'charset="Ascii"',
		'IMG_0042.JPG',
		'---',
	])('"%s" says nothing', (text) => expect(spoken(text)).toBeUndefined());

	it.each([
		'A digital camera on the table',
		'Default of the bank, 1998',
		'Untitled, from the series "Platforms"',
		'Screenshot of the order that sent her away',
		'1936',
		'…и тишина',
		'Canon in D',
	])('"%s" speaks', (text) => expect(spoken(text)).toBe(text));
});

describe('dates of files', () => {
	it.each([
		['2016', '2016'],
		['2016-11', '2016-11'],
		['2016-11-03T23:30:00-05:00', '2016-11-03'],
		['2016:11:03 10:00:00', '2016-11-03'],
		['2016:11:03', '2016-11-03'],
		['20161103', '2016-11-03'],
		['20160000', '2016'],
		['2016:11:00 00:00:00', '2016-11'],
		['2016:  :     :  :  ', '2016'],
		['2024:02:29', '2024-02-29'],
	])('"%s" is %s', (written, date) => expect(partialDate(written)).toBe(date));

	it.each([
		'0000:00:00 00:00:00',
		'2016:13:40 10:00:00',
		'2023:02:29',
		'    :  :     :  :  ',
		'00000000',
		'03.11.2016',
		'2016-1-3',
		'2016-1103',
		'201611031',
		'yesterday',
		'',
		undefined,
	])('"%s" is none', (written) => expect(partialDate(written)).toBeUndefined());

	it('the first that exists counts', () => {
		expect(firstDate('0000:00:00', undefined, '1936', '1937')).toBe('1936');
	});
});

describe('countries of files', () => {
	it.each([
		['tj', undefined, 'TJ'],
		['TJK', 'Tajikistan', 'TJ'],
		[undefined, 'Kyrgyzstan', 'KG'],
		[undefined, 'Russia', 'RU'],
		['US', 'Somewhere', 'US'],
	])('code %s, name %s: %s', (code, name, country) => expect(countryOf(code, name)).toBe(country));

	it.each([
		['R19', 'Country (Core)'],
		['ZZ', undefined],
		[undefined, 'Soviet Union'],
		['', ''],
	])('code %s, name %s: none', (code, name) => expect(countryOf(code, name)).toBeUndefined());
});

describe('language alternatives', () => {
	const texts = (items: Record<string, string>) =>
		textsByLanguage(Object.entries(items).map(([language, text]) => ({ language, text })));

	it('drop a default that repeats a language', () => {
		expect(texts({ 'x-default': 'a', en: 'a', tg: 'b' })).toEqual({ en: 'a', tg: 'b' });
		expect(texts({ 'x-default': 'a', en: 'c' })).toEqual({ 'x-default': 'a', en: 'c' });
	});

	it('are a plain text where there is a default only', () => {
		expect(texts({ 'x-default': 'a' })).toBe('a');
		expect(textsByLanguage([{ text: 'a' }])).toBe('a');
		expect(texts({ und: 'a' })).toBe('a');
	});

	it('speak languages, not regions', () => {
		expect(texts({ 'EN-us': 'a' })).toEqual({ en: 'a' });
		expect(texts({ 'en-us': 'a', en: 'b' })).toEqual({ 'en-US': 'a', en: 'b' });
		expect(texts({ 'en-us': 'a', 'en-gb': 'b' })).toEqual({ en: 'a', 'en-GB': 'b' });
	});

	it('take what is no language for the default, and blanks for nothing', () => {
		expect(texts({ 'not a tag': 'a', tg: '  ' })).toBe('a');
		expect(texts({ __proto__x: 'a', ru: 'b' })).toEqual({ 'x-default': 'a', ru: 'b' });
		expect(texts({ tg: '' })).toBeUndefined();
	});
});
