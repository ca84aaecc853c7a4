import { describe, expect, it } from 'vitest';
import { inThisLanguage, offered } from '../../../src/lib/i18n/offer.ts';

const languages = ['en', 'tg', 'ru', 'fa'];

describe('the language that a reader is offered', () => {
	it.each([
		['their own', ['tg', 'ru', 'en'], 'en', 'tg'],
		['whatever its region', ['fa-AF', 'en'], 'en', 'fa'],
		['their second, where the first is not spoken here', ['de', 'ru-RU', 'en'], 'en', 'ru'],
		['none on a page that has it', ['ru', 'en'], 'ru', undefined],
		['none in a language that they rank higher', ['de', 'en', 'ru'], 'en', undefined],
		['none where they speak none of them', ['de', 'fr'], 'en', undefined],
		['none where they say nothing', [], 'en', undefined],
	])('is %s', (_name, spoken, page, other) => {
		expect(offered(spoken, page, languages)).toBe(other);
	});

	it('is named in itself', () => {
		expect(['tg', 'ru', 'en', 'fa'].map(inThisLanguage)).toEqual([
			'Ба тоҷикӣ',
			'По-русски',
			'In English',
			'به فارسی',
		]);
		expect(inThisLanguage('de')).toBe('Deutsch');
	});
});
