import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { direction } from '../../../src/lib/i18n/direction.ts';

const rightToLeft = [
	'ar',
	'ckb',
	'dv',
	'fa',
	'prs',
	'pes',
	'uz-AF',
	'pa-PK',
	'ff-Adlm',
	'he',
	'ps',
	'sd',
	'ug',
	'ur',
	'yi',
];
const leftToRight = ['en', 'tg', 'ru', 'ky', 'uz', 'kk', 'tr', 'de', 'zh', 'hi'];
const language = fc.constantFrom(
	...[...rightToLeft, ...leftToRight].filter((tag) => !tag.includes('-')),
);

describe('the direction of a language', () => {
	it.each(rightToLeft)('%s runs from right to left', (lang) => expect(direction(lang)).toBe('rtl'));
	it.each(leftToRight)('%s runs from left to right', (lang) => expect(direction(lang)).toBe('ltr'));

	it('is that of its script, where one is named', () => {
		fc.assert(
			fc.property(language, (lang) => {
				for (const script of ['Arab', 'Hebr', 'Thaa']) {
					expect(direction(`${lang}-${script}`)).toBe('rtl');
				}
				for (const script of ['Latn', 'Cyrl', 'Hans', 'Deva']) {
					expect(direction(`${lang}-${script}`)).toBe('ltr');
				}
			}),
		);
	});

	it.each([
		['fa', ['IR', 'AF', 'TJ', 'US']],
		['ar', ['EG', 'MA', '001']],
		['ur', ['PK', 'IN']],
		['en', ['IR', 'US', '001']],
		['ru', ['RU', 'KZ', 'TJ']],
	])('of %s is the same in every region', (lang, regions) => {
		for (const region of regions) {
			expect(direction(`${lang}-${region}`)).toBe(direction(lang));
			expect(direction(`${lang}-Arab-${region}`)).toBe('rtl');
			expect(direction(`${lang}-Latn-${region}`)).toBe('ltr');
		}
	});

	it('does not depend on capitals', () => {
		fc.assert(
			fc.property(language, fc.constantFrom('', '-Arab', '-Cyrl'), (lang, script) => {
				const tag = `${lang}${script}`;
				expect(direction(tag.toUpperCase())).toBe(direction(tag));
				expect(direction(tag.toLowerCase())).toBe(direction(tag));
			}),
		);
	});
});
