import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../../../src/lib/server/content/metadata/bytes.ts';
import { exifFields } from '../../../../../src/lib/server/content/metadata/exif-fields.ts';
import { cp1251, exif } from './made.ts';

const fields = (block: Buffer) => exifFields(bytesOf(block));
const utf16 = (text: string) => Buffer.from(`${text}\0`, 'utf16le');

describe('EXIF', () => {
	it('has words, names and a day', async () => {
		const block = exif({
			0x010e: 'Перрон пуст',
			0x013b: 'Зарина',
			0x8298: 'Photographer\0Editor',
			0x9003: '0000:00:00 00:00:00',
			0x9004: '2016:11:03 23:59:59',
			0x9c9b: utf16('Қатор'),
			0x9c9e: utf16('кӯл;шом'),
		});
		expect(await fields(block)).toEqual({
			title: 'Қатор',
			caption: 'Перрон пуст',
			creator: 'Зарина',
			copyright: 'Photographer',
			keywords: ['кӯл', 'шом'],
			date: '2016-11-03',
		});
	});

	it('takes the caption from the first tag that says something, and never from the notes of UserComment', async () => {
		const captionOf = async (tags: Record<number, string | Uint8Array>) =>
			(await fields(exif(tags))).caption;
		expect(await captionOf({ 0x010e: 'SONY DSC', 0x9c9c: utf16('XP') })).toBe('XP');
		expect(
			await captionOf({ 0x9286: Buffer.from('ASCII\0\0\0negatives at home') }),
		).toBeUndefined();
	});

	it('repairs Windows-1251, and leaves the day of the last edit and the position alone', async () => {
		expect(await fields(exif({ 0x010e: cp1251('Поезд в Москву') }))).toEqual({
			caption: 'Поезд в Москву',
		});
		expect(await fields(exif({ 0x0132: '2016:11:03 10:00:00', 0x8825: 'gps' }))).toEqual({});
	});

	it('never throws, and ends', async () => {
		const block = exif({
			0x010e: 'caption',
			0x8769: Buffer.from([0, 0, 0, 8]),
			0x9003: '2016:11:03',
		});
		await fc.assert(
			fc.asyncProperty(fc.uint8Array(), fc.nat(), async (bytes, at) => {
				await fields(Buffer.from(bytes));
				const changed = Buffer.from(block);
				Buffer.from(bytes).copy(changed, at % changed.length);
				await fields(changed);
			}),
		);
	});
});
