import { describe, expect, it } from 'vitest';
import { mentions } from '../../../../src/lib/server/content/names.ts';

const listed = ['Раҳим Каримов', 'Rahim Karimov', 'Zoë', 'مریم کریمی', '李娜', 'नेहा', 'Фирӯза'];

describe('a name that must not appear', () => {
	it.each([
		['as it is written', 'Here Rahim Karimov waits.'],
		['in capitals', 'RAHIM KARIMOV'],
		['without the marks of its letters', 'Рахим Каримов ждёт'],
		['without accents', 'zoe laughs'],
		['with an Arabic kaf and ye', 'این مريم كريمي است'],
		['across a line', 'Rahim\nKarimov'],
		['between other signs', '«Rahim–Karimov»'],
		['in a script without spaces', '这是李娜的照片'],
		['in a script with vowel signs', 'यह नेहा है'],
		['with its letters composed or not', 'Фиру\u0304за'],
	])('is found %s', (_name, text) => expect(mentions(text, listed)).toBe(true));

	it.each([
		['part of another word', 'Rahimkarimova and Zoella'],
		['half of a name', 'Rahim waits'],
		['an empty text', ''],
	])('is not found in %s', (_name, text) => expect(mentions(text, listed)).toBe(false));

	it('is not there where nothing is listed', () => {
		expect(mentions('Rahim', [])).toBe(false);
		expect(mentions('Rahim', ['', ' - '])).toBe(false);
	});
});
