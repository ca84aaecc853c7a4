import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/studio/tables/compare.ts';
import { guess } from '../../../src/studio/tables/guess.ts';
import { afterStep, contentOf } from '../../support/fake-desk.ts';

const languages = ['en', 'tg', 'ru'];
const entries = {
	tea: { title: 'Tea', caption: { en: 'Tea by the window', tg: 'Чой' } },
	bread: { title: { en: 'Bread' }, credit: { photographer: 'lina' } },
	shoes: {},
};
const content = contentOf(languages, entries);

function told(lines: readonly (readonly string[])[], verb?: 'append' | 'revise' | 'replace') {
	const [header = [], ...rows] = lines;
	return compare(content, { name: 'a', header, rows }, guess(header, languages), verb);
}

describe('rows', () => {
	it.each([
		['id', 'tea'],
		['file', 'TEA.jpg'],
		['file', 'road\\tea.jpg'],
		['file', 'tea'],
		['number', '1'],
		['number', '№ 1.'],
		['number', 'road/1'],
	])('are matched by %s: %s', (key, name) => {
		const { differences, missing } = told([
			[key, 'caption/ru'],
			[name, 'Чай'],
		]);
		expect(differences).toEqual([{ photo: 'tea', field: 'caption/ru', value: 'Чай' }]);
		expect(missing).toEqual(['bread', 'shoes']);
	});

	it('that are of no photo are told, by their number; empty ones are not', () => {
		const lines = [
			['id', 'title/en'],
			['tee', 'Tea'],
			['', ''],
			['', 'Bread'],
		];
		expect(told(lines).unknown).toEqual([
			{ row: 1, text: 'tee' },
			{ row: 3, text: 'Bread' },
		]);
	});

	it('with a wrong id are not taken for the photo of their file', () => {
		const lines = [
			['id', 'file', 'title/en'],
			['tee', 'tea.jpg', 'x'],
		];
		expect(told(lines)).toMatchObject({ differences: [], unknown: [{ row: 1, text: 'tee' }] });
	});

	it('of one photo twice forbid the import', () => {
		const { refused, step } = told([
			['id', 'title/en'],
			['tea', 'A'],
			['tea', 'B'],
		]);
		expect(refused).toEqual([expect.stringMatching(/rows 1 and 2 are both of tea/)]);
		expect(step.operations).toEqual([]);
	});
});

describe('a text', () => {
	const one = (column: string, cell: string, photo = 'tea') => {
		const { step, differences } = told([
			['id', column],
			[photo, cell],
		]);
		return { step, differences, entry: afterStep(entries, step)[photo] };
	};

	it('in a map is set in its language', () => {
		const { step, entry } = one('caption/tg', 'Чойи гарм');
		expect(step.operations).toEqual([
			{
				...{ do: 'set', of: { kind: 'photo', photo: 'tea' }, path: ['caption', 'tg'] },
				...{ was: 'Чой', value: 'Чойи гарм' },
			},
		]);
		expect(entry?.caption).toEqual({ en: 'Tea by the window', tg: 'Чойи гарм' });
	});

	it('that is a plain string stays one in its language, and becomes a map with another', () => {
		expect(one('title/en', 'Hot tea').entry?.title).toBe('Hot tea');
		expect(one('title/ru', 'Чай').entry?.title).toEqual({ en: 'Tea', ru: 'Чай' });
	});

	it('is kept by an empty cell and by the same text, whatever its line ends', () => {
		expect(one('title/en', ' ').step.operations).toEqual([]);
		expect(one('title/en', ' Tea\r\n').step.operations).toEqual([]);
	});

	it('is cleared by a hyphen, and its field with the last of its texts', () => {
		expect(one('caption/tg', '-').entry?.caption).toEqual({ en: 'Tea by the window' });
		expect(one('title/en', ' - ').entry).not.toHaveProperty('title');
		expect(one('title/en', '-', 'shoes').differences).toEqual([]);
	});

	it('may itself be a hyphen, or begin as a formula', () => {
		expect(one('title/en', "'-").entry?.title).toBe('-');
		expect(one('title/en', "'=SUM(A1)").entry?.title).toBe('=SUM(A1)');
		expect(one('title/en', "''=SUM(A1)").entry?.title).toBe("'=SUM(A1)");
	});

	it('of the credit leaves the photographer', () => {
		const photographer = 'lina';
		expect(one('credit/tg', 'Лина', 'bread').entry?.credit).toEqual({
			...{ photographer, line: { tg: 'Лина' } },
		});
	});
});

describe('a verb', () => {
	const lines = [
		['id', 'caption/tg', 'caption/en'],
		['tea', 'Нав', ''],
		['bread', 'Нон', 'Bread'],
	];
	it.each([
		['append', { en: 'Tea by the window', tg: 'Чой' }],
		['revise', { en: 'Tea by the window', tg: 'Нав' }],
		['replace', { tg: 'Нав' }],
	] as const)('%s', (verb, caption) => {
		const { step } = told(lines, verb);
		expect(afterStep(entries, step)).toMatchObject({
			...{ tea: { caption }, bread: { caption: { en: 'Bread', tg: 'Нон' } } },
		});
		expect(step.title).toMatch(/^Changed [234] texts of [12] photos? from a table$/);
	});
});

describe('an import is forbidden', () => {
	it.each([
		[
			'by letters that an encoding has lost',
			'Ҳу??ат?о',
			/row 1, title\/tg of tea, "Ҳу\?\?ат\?о" has lost letters: .*\.xlsx/,
		],
		['where the first letter is lost', '?уҷҷат', /lost letters/],
		['where a letter could not be read', 'Ҳу\ufffdҷат', /lost letters/],
		['by the error of a formula', '#NAME?', /error of a formula/],
	])('%s', (_, cell, says) => {
		const { refused, step } = told([
			['id', 'title/tg'],
			['tea', cell],
		]);
		expect(refused).toEqual([expect.stringMatching(says)]);
		expect(step.operations).toEqual([]);
	});

	it('but not by a question', () => {
		expect(
			told([
				['id', 'title/tg'],
				['tea', 'Куҷо? Кай?'],
			]).refused,
		).toEqual([]);
	});

	it('by a mapping that does not fit', () => {
		const table = { name: 'a', header: [], rows: [] };
		expect(compare(content, table, { 0: 'titel/en', 1: 'alt/de' }).refused).toEqual([
			expect.stringMatching(/"titel\/en" is nothing that a photo has: did you mean "title\/en"/),
			expect.stringMatching(/alt\/de/),
			expect.stringMatching(/no column says which photo/),
			expect.stringMatching(/no column has a text/),
		]);
		expect(compare(content, table, { 0: 'id', 1: 'id', 2: 'alt/en' }).refused).toEqual([
			expect.stringMatching(/two columns are "id"/),
		]);
	});
});
