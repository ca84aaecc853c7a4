import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/lib/fold.ts';

describe('folding', () => {
	it.each([
		['Кӯҳҳои Ғарм, қишлоқ, ҷӯй, тоҷикӣ', 'куххои гарм, кишлок, чуй, точики'],
		['Ёлка и ещё', 'елка и еще'],
		['Үй, көл, таң', 'уй, кол, тан'],
		['كتاب على', 'کتاب علی'],
		['آب، مُهاجر، خانۀ', 'اب، مهاجر، خانه'],
		['می‌برند', 'میبرند'],
		['Café ÑANDÚ łódź', 'cafe nandu lodz'],
		['۲۰۱۶ ٢٠١٦', '2016 2016'],
	])('%s is %s', (text, folded) => {
		expect(fold(text)).toBe(folded);
	});

	it('leaves the short и, by which endings are known', () => {
		expect(fold('Чай и чаи')).toBe('чай и чаи');
	});

	it('changes nothing the second time, and no text by how its marks are written', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(fold(fold(text))).toBe(fold(text));
				expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
			}),
		);
	});
});
