import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { direction } from '../../../src/lib/i18n/direction.ts';
import type { Text } from '../../../src/lib/model.ts';
import { attributes, sayer } from '../../../src/lib/show/words.ts';

const languages = ['en', 'fa', 'tg'];

describe('the words of a page', () => {
	it('are plain in its own language', () => {
		const say = sayer({ languages }, 'fa');
		expect(say({ en: 'Tea', fa: 'چای' })).toStrictEqual({ text: 'چای' });
	});

	it('name the language and direction that stand in', () => {
		expect(sayer({ languages }, 'fa')({ en: 'Tea' })).toEqual({
			text: 'Tea',
			lang: 'en',
			dir: 'ltr',
		});
		expect(sayer({ languages }, 'en')({ fa: 'چای' })).toEqual({
			text: 'چای',
			lang: 'fa',
			dir: 'rtl',
		});
	});

	it('are none where nobody wrote any', () => {
		const say = sayer({ languages }, 'en');
		const unwritten: (Text | undefined)[] = [undefined, {}, { en: ' ' }];
		for (const text of unwritten) expect(say(text)).toBeUndefined();
	});

	it('never leave a screen reader or a browser to guess', () => {
		const language = fc.constantFrom(...languages, 'ru', 'ur');
		fc.assert(
			fc.property(language, language, (written, page) => {
				const words = sayer({ languages }, page)({ [written]: 'word' });
				expect(words?.lang ?? page).toBe(written);
				expect(words?.dir ?? direction(page)).toBe(direction(written));
				expect(attributes(written, page)).toEqual(
					written === page ? {} : { lang: written, dir: direction(written) },
				);
			}),
		);
	});
});
