import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText, present, titleFromName } from '../../../../src/lib/server/content/text.ts';

describe('a text', () => {
	it('without a language is in the source language', () => {
		expect(asText('Tea', 'tg')).toEqual({ tg: 'Tea' });
	});

	it('by language keeps its languages', () => {
		expect(asText({ en: 'Tea', fa: 'چای' }, 'en')).toEqual({ en: 'Tea', fa: 'چای' });
	});

	it('has no blanks, around it or instead of it', () => {
		expect(asText({ en: ' Tea\n', tg: ' \n', ru: '', fa: undefined }, 'en')).toEqual({ en: 'Tea' });
	});

	it('is absent where nothing is left, so that an alt text of blanks counts as missing', () => {
		expect(asText('  ', 'en')).toBeUndefined();
		expect(asText({ en: ' ', tg: '' }, 'en')).toBeUndefined();
		expect(asText({}, 'en')).toBeUndefined();
		expect(asText(undefined, 'en')).toBeUndefined();
	});

	it('takes x-default for the source language, unless that is there', () => {
		expect(asText({ 'x-default': 'Tea', ru: 'Чай' }, 'en')).toEqual({ en: 'Tea', ru: 'Чай' });
		expect(asText({ 'x-default': 'Cha', en: 'Tea' }, 'en')).toEqual({ en: 'Tea' });
		expect(asText({ en: 'Tea', 'x-default': 'Cha' }, 'en')).toEqual({ en: 'Tea' });
	});

	it('never holds a blank, an empty map or a language that nobody has', () => {
		const languages = fc.constantFrom('en', 'tg', 'fa', 'x-default');
		const words = fc.option(fc.string(), { nil: undefined });
		fc.assert(
			fc.property(fc.dictionary(languages, words), (written) => {
				const text = asText(written, 'en');
				const values = Object.values(text ?? { en: 'something' });
				expect(values.length).toBeGreaterThan(0);
				expect(values.every((value) => value.trim() === value && value !== '')).toBe(true);
				expect(Object.keys(text ?? {})).not.toContain('x-default');
				for (const language of ['en', 'tg', 'fa']) {
					const own = written[language]?.trim();
					if (own) expect(text?.[language]).toBe(own);
				}
			}),
		);
	});
});

describe('a list', () => {
	it('is told without its holes, and without losing what is merely empty', () => {
		expect(present(['a', undefined, '', null, 'b'])).toEqual(['a', '', 'b']);
		expect(present([0, undefined, false])).toEqual([0, false]);
		expect(present(undefined)).toEqual([]);
	});
});

describe('a title from a name', () => {
	it.each([
		['empty-platform_02', 'Empty platform 02'],
		['road', 'Road'],
		['роҳи дур', 'Роҳи дур'],
		['--', '--'],
		['  tea  ', 'Tea'],
	])('%s becomes %s', (name, title) => expect(titleFromName(name)).toBe(title));

	it('is composed, however the disk spells it', () => {
		expect(titleFromName('йод'.normalize('NFD'))).toBe('Йод'.normalize('NFC'));
	});
});
