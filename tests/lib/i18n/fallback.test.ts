import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { direction } from '../../../src/lib/i18n/direction.ts';
import { pick } from '../../../src/lib/i18n/fallback.ts';

const languages = ['en', 'tg', 'ru', 'fa'];
const text = fc.dictionary(
	fc.constantFrom(...languages, 'uz'),
	fc.constantFrom('', '  ', 'word', 'واژه'),
);

describe('fallback', () => {
	it('takes the wanted language, then the source, then the next', () => {
		expect(pick({ en: 'a', tg: 'b' }, 'tg', languages)).toEqual({ text: 'b', lang: 'tg' });
		expect(pick({ en: 'a', tg: 'b' }, 'fa', languages)).toEqual({ text: 'a', lang: 'en' });
		expect(pick({ ru: 'c', fa: 'd' }, 'tg', languages)).toEqual({ text: 'c', lang: 'ru' });
	});

	it('counts a blank text as missing', () => {
		expect(pick({ tg: '  ', en: 'a' }, 'tg', languages)).toEqual({ text: 'a', lang: 'en' });
		expect(pick({ en: ' ' }, 'en', languages)).toBeUndefined();
		expect(pick(undefined, 'en', languages)).toBeUndefined();
	});

	it('always shows a text where there is one, and says in which language it is', () => {
		fc.assert(
			fc.property(text, fc.constantFrom(...languages, 'uz'), (written, wanted) => {
				const shown = pick(written, wanted, languages);
				const filled = Object.values(written).some((words) => words.trim());
				expect(shown !== undefined).toBe(filled);
				if (shown) expect(written[shown.lang]).toBe(shown.text);
				if (written[wanted]?.trim()) expect(shown?.lang).toBe(wanted);
			}),
		);
	});

	it('does not take inherited members for languages', () => {
		expect(pick({}, 'constructor', ['toString'])).toBeUndefined();
	});
});

describe('direction', () => {
	it('follows the language, and a script where one is named', () => {
		expect(['fa', 'ps', 'ur', 'ar', 'fa-AF'].map(direction)).toEqual(Array(5).fill('rtl'));
		expect(['tg', 'ru', 'ky', 'en', 'uz-Cyrl'].map(direction)).toEqual(Array(5).fill('ltr'));
		expect(direction('uz-Arab')).toBe('rtl');
		expect(direction('fa-Latn')).toBe('ltr');
	});
});
