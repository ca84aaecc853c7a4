import { describe, expect, it } from 'vitest';
import { filled, pasted, replaced } from '../../../src/studio/app/sheet/bulk.ts';
import {
	allFields,
	changing,
	columnsOf,
	operationsOf,
	readHeld,
	saidByFile,
	textFields,
} from '../../../src/studio/app/sheet/change.ts';
import { cellsOf } from '../../../src/studio/app/sheet/paste.ts';
import type { Entry } from '../../../src/studio/app/read.ts';
import type { PhotoView } from '../../../src/studio/contract/view.ts';

const photo = (id: string, entry: Entry): PhotoView => ({
	...{ id, gallery: 'g', file: `g/${id}.jpg`, width: 3, height: 2, entry, shown: {}, version: '1' },
	...{ heldBack: [], galleries: ['g'] },
});
const photos = [
	photo('a', {
		title: 'Tea',
		caption: { en: 'Tea in a train.', tg: 'Чой дар қатор.' },
		keywords: ['tea'],
	}),
	photo('b', { caption: { en: 'A steam train' } }),
];
const [title, caption] = textFields;
const keywords = allFields.find(({ key }) => key === 'keywords')!;
const english = { field: caption!, lang: 'en' };
const told = (changes: readonly { photo: PhotoView; value: string }[]) =>
	changes.map((one) => `${one.photo.id}: ${one.value}`);

describe('a paste', () => {
	it.each([
		[
			'a\tb\r\nc\td\r\n',
			[
				['a', 'b'],
				['c', 'd'],
			],
		],
		['"two\nlines"\t"a ""word"""', [['two\nlines', 'a "word"']]],
		['one', [['one']]],
		['5" lens\tx', [['5" lens', 'x']]],
		['', [['']]],
	])('%j is %j', (text, cells) => {
		expect(cellsOf(text)).toEqual(cells);
	});

	it('goes down the photos and across the columns, not beyond them', () => {
		const columns = columnsOf([title!], ['en', 'tg']);
		const cells = [['1', '2', '3'], ['4'], ['5']];
		const changes = pasted(cells, photos, columns, { row: 0, column: 1 }, 'en');
		expect(told(changes)).toEqual(['a: 1', 'b: 4']);
	});
});

describe('a template', () => {
	const line = (mode: 'replace' | 'append' | 'empty', value: string) => [
		{ column: { field: title!, lang: 'en' }, mode, value },
	];

	it('replaces, adds, or fills what is empty', () => {
		expect(told(filled(photos, line('replace', 'X'), 'en'))).toEqual(['a: X', 'b: X']);
		expect(told(filled(photos, line('append', 'X'), 'en'))).toEqual(['a: Tea X', 'b: X']);
		expect(told(filled(photos, line('empty', 'X'), 'en'))).toEqual(['b: X']);
	});

	it('leaves out what would not change, and adds to lists', () => {
		expect(filled(photos.slice(0, 1), line('replace', 'Tea'), 'en')).toEqual([]);
		const list = filled(
			photos,
			[{ column: { field: keywords, lang: 'en' }, mode: 'append', value: 'train' }],
			'en',
		);
		expect(operationsOf(list, 'en').map(({ value }) => value)).toEqual([
			['tea', 'train'],
			['train'],
		]);
	});
});

describe('find and replace', () => {
	const search = { find: 'tea', by: 'coffee', isExact: false, isWhole: true };
	const all = (more: object) => told(replaced(photos, [english], { ...search, ...more }, 'en'));

	it('keeps to whole words and to capitals where that is asked for', () => {
		expect(all({})).toEqual(['a: coffee in a train.']);
		expect(all({ isWhole: false })).toEqual(['a: coffee in a train.', 'b: A scoffeem train']);
		expect(all({ isExact: true })).toEqual([]);
	});

	it('knows Cyrillic words, and signs that are no pattern', () => {
		const tajik = { field: caption!, lang: 'tg' };
		expect(told(replaced(photos, [tajik], { ...search, find: 'қатор', by: 'роҳ' }, 'en'))).toEqual([
			'a: Чой дар роҳ.',
		]);
		expect(all({ find: '.', by: '$&', isWhole: false })).toEqual(['a: Tea in a train$&']);
	});

	it('finds nothing by nothing', () => {
		expect(all({ find: '' })).toEqual([]);
	});
});

it('operations say what was there', () => {
	const [change] = replaced(
		photos,
		[english],
		{ find: 'steam', by: 'slow', isExact: true, isWhole: true },
		'en',
	);
	expect(operationsOf([change!], 'en')).toEqual([
		{
			...{ do: 'set', of: { kind: 'photo', photo: 'b' }, path: ['caption', 'en'] },
			...{ was: 'A steam train', value: 'A slow train' },
		},
	]);
});

describe('what a photo’s own file says', () => {
	const shown = { title: { en: 'Tea in the morning' }, alt: { en: 'A glass', tg: 'Истакон' } };

	it('is offered, and nothing that holds for other reasons', () => {
		const tea = { ...photos[0]!, shown: { ...shown, keywords: ['glass'], credit: { line: 'X' } } };
		expect(told(saidByFile(tea, ['en', 'tg'], 'en'))).toEqual([
			'a: Tea in the morning',
			'a: A glass',
			'a: Истакон',
		]);
		const same = saidByFile({ ...tea, entry: shown }, ['en', 'tg'], 'en');
		expect(changing(same, 'en')).toEqual([]);
		expect(saidByFile(photos[0]!, ['en', 'tg'], 'en')).toEqual([]);
	});

	it('holds only while nothing is written of the whole', () => {
		const tajik = { field: caption!, lang: 'tg' };
		const held = (entry: Entry) =>
			readHeld({ ...photo('c', entry), shown: { caption: { en: 'E', tg: 'Т' } } }, tajik, 'en');
		expect(held({})).toBe('Т');
		expect(held({ caption: { en: 'Mine' } })).toBe('');
		expect(held({ caption: 'Mine' })).toBe('');
		const place = { field: allFields.find(({ key }) => key === 'place.city')!, lang: 'en' };
		const city = (entry: Entry) =>
			readHeld(
				{ ...photo('c', entry), shown: { place: { city: { en: 'Khujand' } } } },
				place,
				'en',
			);
		expect(city({ place: { precision: 'city' } })).toBe('Khujand');
		expect(city({ place: { country: 'TJ' } })).toBe('');
	});
});
