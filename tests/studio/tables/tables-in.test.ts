import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { tablesIn } from '../../../src/studio/tables/tables-in.ts';
import { docxOf, docxTable, xlsx } from '../../support/office.ts';

const tajik = 'Ҳуҷҷатҳо, чипта; «ғӯра»\nва қатори ӯ — тоҷикӣ';
const lines = [
	['id', 'caption/tg', 'caption/fa'],
	['tea', tajik, 'چای، «کنار» پنجره‌ها'],
	['bread', '="1"+1', 'نان 🍞'],
];
const table = (name: string) => ({ name, header: lines[0], rows: lines.slice(1) });
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const quoted = (delimiter: string) =>
	lines
		.map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
		.join('\r\n');
/** Letters of the Russian alphabet have their places in Windows-1251 in order. */
const windows1251 = (text: string) =>
	Uint8Array.from(text, (letter) => {
		const code = letter.codePointAt(0) ?? 0;
		if (code < 128) return code;
		return code >= 0x410 && code <= 0x44f ? code - 0x350 : 0x3f;
	});
const fault = (says: RegExp, remedy: RegExp) =>
	expect.objectContaining({
		says: expect.stringMatching(says) as string,
		remedy: expect.stringMatching(remedy) as string,
	}) as object;

describe('a .csv', () => {
	it.each([
		['commas', utf8(quoted(','))],
		['semicolons', utf8(quoted(';'))],
		['tabs', utf8(quoted('\t'))],
		['a byte order mark', utf8(`\ufeff${quoted(',')}`)],
		['the line of Excel', utf8(`sep=;\r\n${quoted(';')}`)],
		['UTF-16 and tabs', utf16(quoted('\t'))],
		['UTF-16, the other way round', Buffer.from(utf16(quoted(','))).swap16()],
	])('with %s', async (_, bytes) => {
		expect(await tablesIn('a.csv', bytes)).toEqual([table('a')]);
	});

	it('in Windows-1251, where it is plainly Russian', async () => {
		const text = 'id;caption/ru\ntea;Чай у окна, четыре дня поездом\n';
		const [{ rows } = { rows: [] }] = await tablesIn('a.csv', windows1251(text));
		expect(rows).toEqual([['tea', 'Чай у окна, четыре дня поездом']]);
	});

	it.each([
		['KOI8-R', [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x20, 0xd7, 0xd3, 0xc5, 0xcd]],
		[
			'Windows-1252',
			[...'id,caption\na,l'].map((one) => one.charCodeAt(0)).concat([0xe9, 0x74, 0xe9]),
		],
		['UTF-8 that was cut', [...utf8('id,caption\na,Ҳуҷҷатҳои ӯ')].slice(0, -1)],
		['UTF-16 without a mark', [...Buffer.from('id,caption', 'utf16le')]],
	])('in %s is not guessed at', async (_, bytes) => {
		await expect(tablesIn('a.csv', Uint8Array.from(bytes))).rejects.toEqual(
			fault(/which encoding/, /save it as \.xlsx/),
		);
	});

	it('keeps empty lines in between, so that rows keep their numbers', async () => {
		const [{ rows } = { rows: [] }] = await tablesIn('a.csv', utf8('\n\nid,title\na,b\n\nc,d\n\n'));
		expect(rows.map(([id]) => id)).toEqual(['a', '', 'c']);
	});

	it('with quotation marks that do not pair is refused', async () => {
		await expect(tablesIn('a.csv', utf8('id,title\na,"b\nc,d\n'))).rejects.toEqual(
			fault(/quotation marks/, /\.xlsx/),
		);
	});
});

describe('a .xlsx', () => {
	it('arrives letter by letter', async () => {
		expect(await tablesIn('a.xlsx', await xlsx(lines))).toEqual([table('Captions')]);
	});

	it('gives numbers, days and truths as they look', async () => {
		const cells = [
			['id', 'a', 'b', 'c'],
			['x', 2016, { value: new Date('2016-11-03'), type: Date, format: 'yyyy-mm-dd' }, true],
		];
		const bytes = await writeXlsx(cells as never, { sheet: 'S' }).toBuffer();
		const [{ rows } = { rows: [] }] = await tablesIn('a.xlsx', bytes);
		expect(rows).toEqual([['x', '2016', '2016-11-03', 'TRUE']]);
	});
});

describe('a .docx', () => {
	it('gives its plain tables, letter by letter', async () => {
		const body = `<w:p><w:r><w:t>Before</w:t></w:r></w:p>${docxTable(lines)}<w:p/>${docxTable([['no'], ['1']])}`;
		const [first, second] = await tablesIn('a.docx', docxOf(body));
		expect(first).toEqual(table('table 1'));
		expect(second).toEqual({ name: 'table 2', header: ['no'], rows: [['1']] });
	});

	it('with merged cells only is refused', async () => {
		const body = docxTable([['id'], ['1']], '<w:gridSpan w:val="2"/>');
		await expect(tablesIn('a.docx', docxOf(body))).rejects.toEqual(fault(/plain/, /merged/));
		await expect(tablesIn('a.docx', docxOf('<w:p/>'))).rejects.toEqual(fault(/no table/, /put/));
	});
});

describe('what is no table', () => {
	const sheet = (xml: string) => ({
		'xl/workbook.xml': strToU8('<workbook/>'),
		'xl/worksheets/sheet1.xml': strToU8(xml),
	});

	it.each([
		['old Excel', 'a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /old format, or a password/],
		['a picture', 'a.jpg', Uint8Array.of(0xff, 0xd8, 0xff), /no table/],
		['an empty file', 'a.csv', new Uint8Array(), /empty/],
		['a broken zip', 'a.xlsx', utf8('PK\u0003\u0004 and nothing'), /damaged/],
		['another zip', 'a.xlsx', zipSync({ 'a.xml': strToU8('<a/>') }), /no table/],
		['entities', 'a.xlsx', zipSync(sheet('<!DOCTYPE a [<!ENTITY b "c">]><a/>')), /damaged/],
		[
			'a cell far away',
			'a.xlsx',
			zipSync(sheet('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>')),
			/more than 50000 rows/,
		],
		['a zip bomb', 'a.xlsx', zipSync({ 'a.xml': new Uint8Array(65 * 2 ** 20) }), /unpacks to more/],
	])('%s is refused in a sentence', async (_, name, bytes, says) => {
		await expect(tablesIn(name, bytes)).rejects.toEqual(fault(says, /\w/));
	});

	it('a zip whose sizes lie gives no more than it says', async () => {
		const bytes = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(2 ** 22).fill(32) }));
		for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = -1)
			bytes.writeUInt32LE(10, at + 24);
		await expect(tablesIn('a.xlsx', bytes)).rejects.toEqual(fault(/damaged/, /save/));
	});
});
