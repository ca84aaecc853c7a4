import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iimFields } from '../../../../../src/lib/server/content/metadata/iim-fields.ts';
import { readIim } from '../../../../../src/lib/server/content/metadata/iim.ts';
import { cp1251, iim, photoshop } from './made.ts';

const fields = (block: Buffer) => iimFields(readIim(block));
const utf8 = ['1:90', '\x1b%G'] as const;

const whole = iim([
	utf8,
	['2:5', Buffer.from('Қатор')],
	['2:105', 'Headline'],
	['2:120', Buffer.from('Перрон пуст')],
	['2:25', 'a'],
	['2:25', 'b'],
	['2:55', '20161100'],
	['2:80', 'A'],
	['2:80', 'B'],
	['2:90', 'Khujand'],
	['2:92', 'Station'],
	['2:95', 'Sughd'],
	['2:100', 'TJK'],
	['2:101', 'Tajikistan'],
	['2:110', 'Agency'],
	['2:116', Buffer.from('©')],
]);
const said = {
	title: 'Қатор',
	caption: 'Перрон пуст',
	keywords: ['a', 'b'],
	date: '2016-11',
	creator: 'A, B',
	place: { name: 'Station', city: 'Khujand', region: 'Sughd', country: 'TJ' },
	credit: 'Agency',
	copyright: '©',
};

describe('an IPTC block', () => {
	it('is read bare, among Photoshop resources and with its bytes turned round', () => {
		expect(fields(whole)).toEqual(said);
		expect(fields(photoshop(whole))).toEqual(said);
		expect(fields(photoshop(whole).subarray(14))).toEqual(said);
		const padded = Buffer.concat([whole, Buffer.alloc((4 - (whole.length % 4)) % 4)]);
		expect(fields(padded.swap32())).toEqual(said);
	});

	it('repairs texts whose encoding nobody declared', () => {
		expect(fields(iim([['2:120', cp1251('Поезд в Москву')]])).caption).toBe('Поезд в Москву');
		expect(fields(iim([['2:120', 'Café à Genève']])).caption).toBe('Café à Genève');
		expect(fields(iim([['2:120', Buffer.from('ÐŸÐ¾ÐµÐ·Ð´')]])).caption).toBe('Поезд');
		const cut = Buffer.from('Агентство «Вокзал»').subarray(0, 32);
		expect(fields(iim([utf8, ['2:110', cut]])).credit).toBe('Агентство «Вокза');
	});

	it('may have a caption longer than 32 767 bytes', () => {
		const text = 'x'.repeat(40_000);
		const head = Buffer.from([0x1c, 2, 120, 0x80, 4, 0, 0, 0x9c, 0x40]);
		expect(fields(Buffer.concat([head, Buffer.from(text)])).caption).toBe(text);
	});

	it('keeps what stands before a break', () => {
		expect(fields(whole.subarray(0, 40))).toMatchObject({ title: 'Қатор' });
		expect(
			fields(Buffer.concat([iim([['2:5', 'a']]), Buffer.from([0x1c, 2, 120, 0xff, 0xff])])),
		).toEqual({ title: 'a' });
		expect(fields(Buffer.alloc(0))).toEqual({});
	});

	it('says nothing with blanks, zeros and boilerplate', () => {
		expect(
			fields(
				iim([
					['2:5', '\0\0'],
					['2:120', 'SONY DSC'],
					['2:55', '00000000'],
					['2:25', ' '],
				]),
			),
		).toEqual({});
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.uint8Array(), fc.nat(), (bytes, at) => {
				fields(Buffer.from(bytes));
				const block = photoshop(whole);
				Buffer.from(bytes).copy(block, at % block.length);
				fields(block);
			}),
		);
	});
});
