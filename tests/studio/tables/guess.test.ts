import { expect, it } from 'vitest';
import { guess } from '../../../src/studio/tables/guess.ts';

const languages = ['en', 'tg', 'ru', 'fa'];

it.each([
	['id', 'id'],
	['Photo ID', 'id'],
	['№', 'number'],
	['No.', 'number'],
	['шумора', 'number'],
	['File name', 'file'],
	['Номи файл', 'file'],
	['title/en', 'title/en'],
	['Caption (tg)', 'caption/tg'],
	['Название ru', 'title/ru'],
	['Подпись (русский)', 'caption/ru'],
	['Шарҳ: тоҷикӣ', 'caption/tg'],
	['عنوان فارسی', 'title/fa'],
	['Alt text', 'alt/en'],
	['alt_text_fa', 'alt/fa'],
	['Long description [RU]', 'description/ru'],
	['Photographer', 'credit/en'],
	['caption', 'caption/en'],
	['Caption (de)', undefined],
	['Remarks', undefined],
	['Номинация', undefined],
	['', undefined],
])('"%s" is %s', (heading, meant) => {
	expect(guess([heading], languages)).toEqual(meant === undefined ? {} : { 0: meant });
});

it('finds each thing once, and takes any language where none is known', () => {
	expect(guess(['file', 'title/en', 'image', 'caption/de', 'Title (English)', 'alt'])).toEqual({
		0: 'file',
		1: 'title/en',
		3: 'caption/de',
		5: 'alt',
	});
});
