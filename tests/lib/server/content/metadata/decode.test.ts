import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../../../src/lib/server/content/metadata/decode.ts';
import { undoubled } from '../../../../../src/lib/server/content/metadata/undoubled.ts';
import { cp1251 } from './made.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('text of unknown encoding', () => {
	it.each([
		'Поезд в Москву',
		'я',
		'Нури шом болои кӯл',
		'نور شامگاهی',
		'Café à Genève',
		'plain',
		'',
	])('UTF-8 stays: "%s"', (text) => expect(decode(Buffer.from(text))).toBe(text));

	it.each([
		'Поезд в Москву',
		'Ёлки и съёмка: 100 м снега, № 5',
		'Лодка «Canon», снято на Nikon D850',
		'ДУШАНБЕ, 1936 г.',
		'Київ, їжак, ґанок',
	])('Windows-1251 is seen: "%s"', (text) => expect(decode(cp1251(text))).toBe(text));

	it.each([
		'Café à Genève',
		'Où êtes-vous allés cet été ?',
		'Straße nach Öhringen, ältere Häuser',
		'¿Él comió piñas? ¡Sí!',
		'À Å Ö',
		'São João às três',
		'Un été « à l’œuvre »',
	])('Western stays Western: "%s"', (text) => {
		const bytes = text.replace('’', '\x92').replace('œ', '\x9c');
		expect(decode(latin1(bytes))).toBe(text);
	});

	it('a letter cut off at the end of a field is dropped', () => {
		expect(decode(Buffer.from('Агентство «Вокзал»').subarray(0, -1))).toBe('Агентство «Вокзал');
		expect(decode(latin1('Café'))).toBe('Café');
	});

	it('a broken letter is borne where UTF-8 was declared, and a wrong declaration is not believed', () => {
		const broken = Buffer.concat([Buffer.from('Поезд '), Buffer.from([0xff]), Buffer.from('в')]);
		expect(decode(broken, true)).toBe('Поезд \ufffdв');
		expect(decode(cp1251('Поезд в Москву'), true)).toBe('Поезд в Москву');
		expect(decode(latin1('Genève'), true)).toBe('Genève');
	});

	it('whatever is UTF-8 comes back', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(decode(Buffer.from(text))).toBe(Buffer.from(text).toString());
			}),
		);
	});

	it('Russian words come back from Windows-1251', () => {
		const letter = fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМ');
		const word = fc.string({ unit: letter, minLength: 2, maxLength: 12 });
		fc.assert(
			fc.property(fc.array(word, { minLength: 2, maxLength: 9 }), (words) => {
				const text = words.join(' ');
				const bytes = cp1251(text);
				// Letters that happen to be UTF-8 cannot be told from it; two words hardly ever are.
				fc.pre(bytes.toString().includes('\ufffd'));
				expect(decode(bytes)).toBe(text);
			}),
		);
	});

	it('any bytes give a text', () => {
		fc.assert(
			fc.property(fc.uint8Array(), fc.boolean(), (bytes, marked) => {
				expect(typeof undoubled(decode(bytes, marked))).toBe('string');
			}),
		);
	});
});

describe('UTF-8 written twice', () => {
	const twice = (text: string, page: string) => new TextDecoder(page).decode(Buffer.from(text));
	const asLatin1 = (text: string) => Buffer.from(text).toString('latin1');

	it.each([
		['ÐŸÐ¾ÐµÐ·Ð´', 'Поезд'],
		['CafÃ© Ã\u00a0 GenÃ¨ve', 'Café à Genève'],
		['â€œPlatform 4â€\x9d', '“Platform 4”'],
		['РџРѕРµР·Рґ РІ РњРѕСЃРєРІСѓ', 'Поезд в Москву'],
	])('%s is %s', (written, meant) => expect(undoubled(written)).toBe(meant));

	it.each([
		'CAFÉ…',
		'PERÚ™',
		'NESCAFÉ®',
		'Café à Genève',
		'Поезд в Москву',
		'кӯл',
		'م',
		'ÑÐ',
		'Р…',
	])('%s stays as it is', (text) => expect(undoubled(text)).toBe(text));

	it('Tajik, Russian and Persian come back however often', () => {
		const word = fc.constantFrom('Поезд', 'кӯл', 'ҷӯшон', 'Ғуруб', 'قطار', 'ایستگاه', 'été');
		fc.assert(
			fc.property(
				fc.array(word, { minLength: 2 }),
				fc.integer({ min: 1, max: 3 }),
				(words, times) => {
					const text = words.join(' ');
					let written = text;
					for (let time = 0; time < times; time++) written = asLatin1(written);
					expect(undoubled(written)).toBe(text);
					expect(undoubled(text)).toBe(text);
				},
			),
		);
	});

	it('Windows-1251 in between', () => {
		expect(undoubled(twice('Перрон пуст. Ночь', 'windows-1251'))).toBe('Перрон пуст. Ночь');
	});
});
